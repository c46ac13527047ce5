import { webAddress } from '../../fields/address';
import { botKey } from '../../fields/chatbot';
import { InputError } from '../../fields/inputError';
import { clearOf, updateFieldsOf } from '../../fields/kinds/collection';
import { id as anyId } from '../../fields/kinds/id';
import { together } from '../../fields/kinds/together';
import { simplified } from '../../fields/output';
import {
	messageType,
	pendingMessageId,
	scheduledAt,
	scheduledMessageShortForm,
	scheduledRecipient,
} from '../../fields/scheduledMessage';
import { optionalSender } from '../../fields/sender';
import { hiddenSession, newSessionDepartment } from '../../fields/sendOptions';
import { templateId, templateParametersJson } from '../../fields/template';
import { changesOf } from '../../operations/changes';
import { requestOperation } from '../../operations/operation';
import { put } from '../../transport/contract';
import { unlessBlank } from '../../values/blank';
import * as sentences from '../sentences';

const fileId = anyId({
	displayName: 'File ID',
	name: 'fileId',
	description: 'ID of the file in WTS Chat. It replaces the parameters, too: give them again.',
});

const fileUrl = webAddress({
	displayName: 'File URL',
	name: 'fileUrl',
	placeholder: 'e.g. https://files.example.com/catalogo.jpg',
	description: 'Public address of the file. It replaces the parameters, too: give them again.',
});

const parameters = templateParametersJson.with({
	description:
		'Values of all placeholders in the template, as a JSON object by their names. They replace the file, too: give it again if the template has one.',
});

const templateParams = together({ parameters, fileId, fileUrl }, (values) => {
	if (!values.fileId || !values.fileUrl) return unlessBlank(values);
	throw new InputError(
		sentences.fileTwice,
		`Use either '${fileId.label}' or '${fileUrl.label}', not both.`,
	);
});

const updateFields = updateFieldsOf({
	scheduling: scheduledAt,
	to: scheduledRecipient,
	from: optionalSender.with({
		description:
			'Channel of the account to send through: its phone number, or its @user on Instagram',
	}),
	type: messageType,
	templateId: templateId.with({ description: 'Approved template of the channel' }),
	templateParams,
	botKey,
	department: newSessionDepartment,
	hiddenSession,
	// what only one of the two types needs; a message always keeps the others
	clear: clearOf([
		{ name: 'Chatbot', value: 'botKey' },
		{ name: 'Template', value: 'templateId' },
	]),
});

/**
 * The field list calls the chatbot by its former name, `BotId`. Template parameters and file are one
 * attribute, so they are taken to be written together. Not offered: a file that the item carries,
 * which 'Upload' of 'File' turns into an ID, and the field name `Undefined`.
 */
export const update = requestOperation({
	name: 'Update',
	value: 'update',
	action: 'Update a scheduled message',
	description: 'Change a message that is still to be sent, for example its time',
	record: 'SavedScheduledMessage',
	fields: {
		id: pendingMessageId,
		output: simplified(scheduledMessageShortForm),
		updateFields,
	},
	request: ({ id, updateFields: { clear, ...values } }) =>
		put('/chat/v1/scheduled-message/{id}', {
			path: { id },
			body: changesOf(values, clear, updateFields, { botKey: 'BotId' }),
		}),
});
