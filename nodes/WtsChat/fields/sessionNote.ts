import { id } from './kinds/id';

export const noteId = id({
	displayName: 'Note ID',
	name: 'noteId',
	description: 'ID of the note, for example from Create or from Get Many',
}).required();

/** What remains of a note when Simplify is on. */
export const noteShortForm = [
	'id',
	'createdAt',
	'updatedAt',
	'sessionId',
	'userId',
	'text',
	'fileId',
	'filesIds',
];
