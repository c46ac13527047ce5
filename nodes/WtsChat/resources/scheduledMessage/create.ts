import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';
import { botKey, optionalBotKey } from '../../fields/chatbot';
import { optionsOf } from '../../fields/collections';
import { departmentDropdown } from '../../fields/department';
import { optionalFileFields, optionalFileFrom } from '../../fields/file';
import { unlessBlank, type ItemParameters } from '../../fields/itemParameters';
import { outputFields } from '../../fields/output';
import {
	messageType,
	scheduledAt,
	scheduledMessageShortForm,
	scheduledRecipient,
	type ScheduledMessageType,
} from '../../fields/scheduledMessage';
import { optionalSender } from '../../fields/sender';
import { departmentFrom, departmentName, hiddenSession } from '../../fields/sendOptions';
import { templateFields, templateParametersFrom } from '../../fields/template';
import { post } from '../../transport/contract';
import { storedFileOf } from '../file/storeFile';
import { sending } from '../message/delivery';
import type { JobOperation } from '../operation';

const templateContent: INodeProperties[] = [
	...templateFields,
	...optionalFileFields,
	optionalBotKey,
];

/**
 * Source: POST /chat/v1/scheduled-message
 *
 * The contract requires the recipient only; the time, the type and its template or chatbot are taken
 * to be needed as well. Its chatbot is described as the one that takes the reply, so a template may
 * have one, too.
 */
export const create: JobOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create a scheduled message',
	description: 'Schedule a template or a chatbot for a contact',
	shortForm: scheduledMessageShortForm,
	fields: [
		optionalSender,
		scheduledRecipient,
		scheduledAt,
		messageType,
		...updateDisplayOptions({ show: { messageType: ['TEMPLATE'] } }, templateContent),
		{ ...botKey, displayOptions: { show: { messageType: ['CHATBOT'] } } },
		...outputFields,
		optionsOf([departmentName, departmentDropdown, hiddenSession]),
	],
	prepare(parameters) {
		const options = parameters.group('options');
		const message = {
			from: parameters.phone('from'),
			to: parameters.requiredPhone('to'),
			scheduling: parameters.requiredMoment('scheduledAt'),
			department: departmentFrom(options),
			hiddenSession: options.boolean('hiddenSession'),
		};
		const { content, values, file } = contentFrom(parameters);
		return async (api) => {
			const stored = file && (await storedFileOf(api, file));
			const templateParams = unlessBlank({ parameters: values, ...stored });
			const body = { ...message, ...content, templateParams };
			return await sending(post('/chat/v1/scheduled-message', { body }))(api);
		};
	},
};

/** What is to be sent; the file of a template is stored when the job runs, where the item carries it. */
function contentFrom(parameters: ItemParameters) {
	const type = parameters.requiredChoice<ScheduledMessageType>('messageType');
	if (type === 'CHATBOT') return { content: { type, botKey: parameters.requiredId('botKey') } };
	return {
		content: {
			type,
			templateId: parameters.requiredId('templateId'),
			botKey: parameters.id('botKey'),
		},
		values: templateParametersFrom(parameters),
		file: optionalFileFrom(parameters),
	};
}
