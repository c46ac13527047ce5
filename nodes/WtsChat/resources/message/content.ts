import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';
import { optionalFileFields, optionalFileFrom } from '../../fields/file';
import { InputError, unlessBlank, type ItemParameters } from '../../fields/itemParameters';
import { templateFields, templateParametersFrom } from '../../fields/template';
import type { Api } from '../../transport/api';
import { storedFileOf } from '../file/storeFile';

/** What a message of the general routes holds: a text, a file, both, or a template. */
export const contentFields: INodeProperties[] = [
	{
		displayName: 'Content',
		name: 'content',
		type: 'options',
		options: [
			{ name: 'Template', value: 'template', description: 'Approved template of the channel' },
			{ name: 'Text or File', value: 'text', description: 'Written freely' },
		],
		default: 'text',
		description: 'What the message holds',
		hint: "On WhatsApp a conversation opens only with a template. Text and files arrive within 24 hours of the contact's last message.",
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 4 },
		displayOptions: { show: { content: ['text'] } },
		default: '',
		placeholder: 'e.g. Bom dia! Seu pedido saiu para entrega.',
		description: 'What the message says; it may stay empty when there is a file',
	},
	...updateDisplayOptions({ show: { content: ['template'] } }, templateFields),
	...optionalFileFields,
];

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
	'timedOut',
];

/**
 * The body of a message. Its file is stored when the job runs, where the item carries it.
 *
 * @throws InputError when the message would be empty
 */
export function contentFrom(parameters: ItemParameters) {
	const words = wordsFrom(parameters);
	const file = optionalFileFrom(parameters);
	if (!unlessBlank(words) && !file) {
		throw new InputError('The message is empty', "Fill in 'Text', choose a file, or both.");
	}
	const message = { ...words, refId: parameters.group('options').id('refId') };
	return async (api: Api) => (file ? { ...message, ...(await storedFileOf(api, file)) } : message);
}

function wordsFrom(parameters: ItemParameters) {
	if (parameters.choice('content') !== 'template') return { text: parameters.text('text') };
	return {
		templateId: parameters.requiredId('templateId'),
		parameters: templateParametersFrom(parameters),
	};
}
