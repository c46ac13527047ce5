import { simplified } from '../../fields/output';
import { noteId, noteShortForm } from '../../fields/sessionNote';
import { requestOperation } from '../../operations/operation';
import { get as read } from '../../transport/contract';

export const get = requestOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a session note',
	description: 'Read one internal note',
	record: 'Message',
	fields: { id: noteId, output: simplified(noteShortForm) },
	request: ({ id }) => read('/chat/v1/session/note/{id}', { path: { id } }),
});
