import { noteId } from '../../fields/sessionNote';
import { requestOperation } from '../../operations/operation';
import { deleted } from '../../operations/record';
import { del } from '../../transport/contract';

/** The API answers the note, which comes out beside the sign of success. */
export const deleteNote = requestOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a session note',
	description: 'Delete an internal note of a session',
	record: ['Message', deleted],
	fields: { id: noteId },
	request: ({ id }) => del('/chat/v1/session/note/{id}', { path: { id } }),
});
