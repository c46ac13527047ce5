import { noteId } from '../../fields/sessionNote';
import { del } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: DELETE /chat/v1/session/note/{id}; the API answers the note, which comes out beside the sign of success. */
export const deleteNote: RequestOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a session note',
	description: 'Remove one note by its own ID',
	fields: [noteId],
	request: (parameters) =>
		del('/chat/v1/session/note/{id}', { path: { id: parameters.requiredId('noteId') } }),
};
