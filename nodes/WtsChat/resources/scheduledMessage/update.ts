import { webAddress } from '../../fields/address';
import { optionalBotKey } from '../../fields/chatbot';
import { clearOf, updateFieldsOf } from '../../fields/collections';
import { departmentDropdown } from '../../fields/department';
import { InputError, unlessBlank, type ItemParameters } from '../../fields/itemParameters';
import { outputFields } from '../../fields/output';
import {
	messageType,
	pendingMessageId,
	scheduledAt,
	scheduledMessageShortForm,
	scheduledRecipient,
	type ScheduledMessageType,
} from '../../fields/scheduledMessage';
import { optionalSender } from '../../fields/sender';
import { departmentFrom, departmentName, hiddenSession } from '../../fields/sendOptions';
import {
	templateId,
	templateParametersJson,
	templateParametersJsonFrom,
} from '../../fields/template';
import { put } from '../../transport/contract';
import { changesOf } from '../changes';
import type { RequestOperation } from '../operation';

/** What only one of the two types needs; a message always keeps the others. */
type Clearable = 'botKey' | 'templateId';

/**
 * Source: PUT /chat/v1/scheduled-message/{id}
 *
 * The field list calls the chatbot by its former name, `BotId`. Template parameters and file are one
 * attribute, so they are taken to be written together. Not offered: a file that the item carries,
 * which 'Upload' of 'File' turns into an ID, and the field name `Undefined`.
 */
export const update: RequestOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update a scheduled message',
	description: 'Change chosen attributes of a message that is still to be sent, such as its time',
	shortForm: scheduledMessageShortForm,
	fields: [
		pendingMessageId,
		...outputFields,
		updateFieldsOf([
			optionalBotKey,
			clearOf([
				{ name: 'Chatbot', value: 'botKey' },
				{ name: 'Template', value: 'templateId' },
			]),
			departmentName,
			departmentDropdown,
			{
				displayName: 'File ID',
				name: 'fileId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10',
				description:
					'File of the template, by its ID in WTS Chat; it replaces the parameters, too, so give them as well',
			},
			{
				displayName: 'File URL',
				name: 'fileUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://files.example.com/catalogo.jpg',
				description:
					'File of the template, by its public address; it replaces the parameters, too, so give them as well',
			},
			{
				...optionalSender,
				description:
					'Channel of the account to send through: its phone number, or its @user on Instagram',
			},
			hiddenSession,
			{
				...templateParametersJson,
				description:
					'Values of all placeholders in the template, as a JSON object by their names; they replace the file, too, so give it as well where the template has one',
			},
			{ ...scheduledAt, required: undefined },
			{
				...templateId,
				required: undefined,
				description: 'Approved template of the channel',
			},
			{ ...scheduledRecipient, required: undefined },
			messageType,
		]),
	],
	request(parameters) {
		const id = parameters.requiredId('scheduledMessageId');
		const fields = parameters.group('updateFields');
		const changes = changesOf(valuesFrom(fields), fields.choices<Clearable>('clear'), fields, {
			botKey: 'BotId',
		});
		return put('/chat/v1/scheduled-message/{id}', { path: { id }, body: changes });
	},
};

function valuesFrom(fields: ItemParameters) {
	return {
		to: fields.phone('to'),
		from: fields.phone('from'),
		department: departmentFrom(fields),
		type: fields.choice<ScheduledMessageType>('messageType'),
		templateId: fields.id('templateId'),
		botKey: fields.id('botKey'),
		scheduling: fields.moment('scheduledAt'),
		hiddenSession: fields.boolean('hiddenSession'),
		templateParams: unlessBlank({
			parameters: templateParametersJsonFrom(fields),
			...fileFrom(fields),
		}),
	};
}

function fileFrom(fields: ItemParameters) {
	const fileId = fields.id('fileId');
	const fileUrl = fields.text('fileUrl');
	if (fileId && fileUrl) {
		throw new InputError(
			'The file is given twice',
			`Use either '${fields.label('fileId')}' or '${fields.label('fileUrl')}', not both.`,
		);
	}
	return { fileId, fileUrl: fileUrl && webAddress(fileUrl, fields.label('fileUrl')) };
}
