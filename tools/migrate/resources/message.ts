import { fields, fixed, group, id, required, same, unsimplified, type Resource } from '../fields';
import { dateFilters, newest } from '../list';
import { file, template, toContact } from '../sending';

const messageId = required(same('messageId'), 'Message ID');

export const message: Resource = {
	listMessages: {
		resource: 'message',
		operation: 'getMany',
		list: true,
		parts: [
			fields({
				sessionId: id('sessionId', 'Session'),
				filters: group(dateFilters),
				options: fixed({ includeNotes: true }),
				...unsimplified,
			}),
			newest,
		],
	},
	getMessageById: {
		resource: 'message',
		operation: 'get',
		parts: [fields({ messageId, ...unsimplified })],
	},
	getMessageStatus: {
		resource: 'message',
		operation: 'getStatus',
		parts: [fields({ messageId })],
	},
	sendText: {
		resource: 'message',
		operation: 'send',
		parts: [
			toContact,
			fields({ content: fixed('text'), text: required(same('textMessage'), 'Text') }),
		],
	},
	sendFile: {
		resource: 'message',
		operation: 'send',
		parts: [toContact, fields({ content: fixed('text') }), file('message')],
	},
	sendTemplate: {
		resource: 'message',
		operation: 'send',
		parts: [toContact, template('templates', 'paramsTemplates'), file('template')],
	},
};
