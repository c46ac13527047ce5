import { outputFields } from '../../fields/output';
import { noteId, noteShortForm } from '../../fields/sessionNote';
import { get as read } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: GET /chat/v1/session/note/{id} */
export const get: RequestOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get a session note',
	description: 'Read one note by its own ID',
	shortForm: noteShortForm,
	fields: [noteId, ...outputFields],
	request: (parameters) =>
		read('/chat/v1/session/note/{id}', { path: { id: parameters.requiredId('noteId') } }),
};
