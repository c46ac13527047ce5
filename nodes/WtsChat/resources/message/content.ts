import type { components } from '../../../../contract/types/chat';
import { closedWindow, type ClosedWindow } from '../../fields/closedWindow';
import { optionalFile } from '../../fields/file';
import { InputError } from '../../fields/inputError';
import { choice } from '../../fields/kinds/choice';
import { text } from '../../fields/kinds/text';
import { alternatives, together } from '../../fields/kinds/together';
import { template } from '../../fields/template';
import type { WhenClosed } from '../../operations/conditions';
import type { SentMessage } from '../../operations/delivery';
import { storedFileOf } from '../../operations/storeFile';
import type { Api } from '../../transport/api';
import * as sentences from '../sentences';
import { templateBody } from './templateTo';

export type MessageBody = components['schemas']['MessageBody'];

const words = alternatives(
	choice<'template' | 'text'>({
		displayName: 'Content',
		name: 'content',
		options: [
			{ name: 'Template', value: 'template', description: 'Approved template of the channel' },
			{ name: 'Text or File', value: 'text', description: 'A message that you write' },
		],
		default: 'text',
		description: 'What to send',
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
			closedWindow,
		},
	},
);

/**
 * What a message of the general routes holds: a text, a file, both, or a template. Its file is stored
 * when the job runs, where the item carries it.
 */
export const content = together(
	{ words },
	({ words: { template: chosen, text: written, file, closedWindow: window } }) => {
		if (!written && !chosen && !file) {
			throw new InputError(sentences.messageEmpty, "Fill in 'Text', choose a file, or both.");
		}
		return {
			closedWindow: window,
			async bodyFor(api: Api): Promise<MessageBody> {
				if (chosen) return await templateBody(api, chosen);
				return { text: written, ...(file && (await storedFileOf(api, file))) };
			},
		};
	},
);

/** What is sent where only a template arrives, by the route of the message itself. */
export function insteadOf(
	window: ClosedWindow | undefined,
	send: (api: Api, body: MessageBody) => Promise<SentMessage>,
): WhenClosed | undefined {
	const { template: instead } = window ?? {};
	return (
		window && {
			sendTemplate: instead && (async (api) => await send(api, await templateBody(api, instead))),
		}
	);
}

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
