import { optionalFile } from '../../fields/file';
import { InputError } from '../../fields/inputError';
import { choice } from '../../fields/kinds/choice';
import { text } from '../../fields/kinds/text';
import { alternatives, together } from '../../fields/kinds/together';
import { template } from '../../fields/template';
import { storedFileOf } from '../../operations/storeFile';
import type { Api } from '../../transport/api';

const words = alternatives(
	choice<'template' | 'text'>({
		displayName: 'Content',
		name: 'content',
		options: [
			{ name: 'Template', value: 'template', description: 'Approved template of the channel' },
			{ name: 'Text or File', value: 'text', description: 'Written freely' },
		],
		default: 'text',
		description: 'What the message holds',
		hint: "On WhatsApp a conversation opens only with a template. Text and files arrive within 24 hours of the contact's last message.",
	}),
	{
		template: { template },
		text: {
			text: text({
				displayName: 'Text',
				name: 'text',
				typeOptions: { rows: 4 },
				placeholder: 'e.g. Bom dia! Seu pedido saiu para entrega.',
				description: 'What the message says; it may stay empty when there is a file',
			}),
			file: optionalFile,
		},
	},
);

/**
 * What a message of the general routes holds: a text, a file, both, or a template. Its file is stored
 * when the job runs, where the item carries it.
 */
export const content = together(
	{ words },
	({ words: { template: chosen, text: written, file } }) => {
		const { file: ofTemplate, ...filled } = chosen ?? {};
		const attached = file ?? ofTemplate;
		if (!written && !chosen && !attached) {
			throw new InputError('The message is empty', "Fill in 'Text', choose a file, or both.");
		}
		return async (api: Api) => ({
			text: written,
			...filled,
			...(attached && (await storedFileOf(api, attached))),
		});
	},
);

/** What remains of a message of the general routes when Simplify is on. */
export const contentShortForm = [
	'id',
	'createdAt',
	'sessionId',
	'senderId',
	'type',
	'text',
	'status',
	'failedReason',
	'failureReason',
];
