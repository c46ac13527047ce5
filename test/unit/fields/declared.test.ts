import { card } from '../../../nodes/WtsChat/fields/card';
import { botKey, subjectBotKey } from '../../../nodes/WtsChat/fields/chatbot';
import { contactOrPhone } from '../../../nodes/WtsChat/fields/contact';
import { formOf, type Field } from '../../../nodes/WtsChat/fields/field';
import { messageId, messageShortForm } from '../../../nodes/WtsChat/fields/message';
import { nameOf } from '../../../nodes/WtsChat/fields/properties';
import { recipient } from '../../../nodes/WtsChat/fields/recipient';
import { receivedFileOptions } from '../../../nodes/WtsChat/fields/receivedFile';
import {
	messageType,
	pendingMessageId,
	scheduledAt,
	scheduledMessageId,
	scheduledRecipient,
} from '../../../nodes/WtsChat/fields/scheduledMessage';
import { newSession } from '../../../nodes/WtsChat/fields/sendOptions';
import { sender } from '../../../nodes/WtsChat/fields/sender';
import { tagOperation } from '../../../nodes/WtsChat/fields/tagOperation';
import { sourceOf } from '../../support/source';
import { ID, refusalOf } from './support';

test.each<[string, Field, unknown, unknown]>([
	['botKey', botKey, ID, ID],
	['botKey', subjectBotKey, ID, ID],
	['messageId', messageId, ID, ID],
	['scheduledMessageId', scheduledMessageId, ID, ID],
	['scheduledMessageId', pendingMessageId, ID, ID],
	['to', scheduledRecipient, '(11) 90000-0001', '5511900000001'],
	['messageType', messageType, 'CHATBOT', 'CHATBOT'],
	['scheduledAt', scheduledAt, '2026-09-15T13:00:00', '2026-09-15T16:00:00.000Z'],
	['tagOperation', tagOperation, 'DeleteIfExists', 'DeleteIfExists'],
	['downloadFile', receivedFileOptions.downloadFile, 'false', false],
	['maxFileSize', receivedFileOptions.maxFileSize, '5', 5],
	['fileField', receivedFileOptions.fileField, ' foto ', 'foto'],
])('%s is read under its name', (name, field, given, expected) => {
	expect(field.read(sourceOf({ [name]: given }))).toBe(expected);
});

test.each([
	['Chatbot', subjectBotKey],
	['Message ID', messageId],
	['Scheduled Message', scheduledMessageId],
	['Scheduled Message', pendingMessageId],
])('an operation needs what it is about: %s', (label, field) => {
	expect(refusalOf(() => field.read(sourceOf({}))).message).toBe(`'${label}' is empty`);
});

test('a message that comes out in short tells who wrote what, and when', () => {
	expect(messageShortForm.map(nameOf)).toEqual([
		'text',
		'from',
		'contactName',
		'phone',
		'createdAt',
		'sessionId',
		'id',
		'type',
		'fileId',
		'status',
	]);
});

test.each<[string, Field, string[]]>([
	['contactId', contactOrPhone, ['list', 'id', 'phone']],
	['cardId', card, ['list', 'id', 'contact']],
	['to', recipient, ['phone', 'list']],
	['from', sender, ['list', 'number']],
	['departmentId', newSession.department, ['list', 'id', 'name']],
	['userId', newSession.user, ['list', 'id', 'email', 'phone']],
])('%s can be given in each way that it is read in', (name, field, ways) => {
	const { modes = [] } = formOf({ field }).find((one) => one.name === name) ?? {};
	expect(modes.map((mode) => mode.name)).toEqual(ways);
});
