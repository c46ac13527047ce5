import { randomUUID } from 'node:crypto';
import { fileById, noteById, sessionById, type Account } from '../account';
import { invalid } from '../errors';
import { newMessage } from '../messages';
import { inDates } from '../moments';
import { operation, type RequestOf } from '../operation';
import { paged } from '../paging';
import { without } from '../without';

type Note = RequestOf<'createSessionNote'>['body'];

/** A file fetched from a public address. */
function fetchedFile(account: Account, publicUrl: string) {
	const name = publicUrl.split('/').at(-1) ?? publicUrl;
	return { id: randomUUID(), companyId: account.companyId, name, publicUrl };
}

function writtenNote(account: Account, sessionId: string, note: Note) {
	const fetched = (note.filesUrls ?? []).map((address) => fetchedFile(account, address));
	// the contract knows more types of stored files than of files in messages
	const stored = (note.filesIds ?? []).map((id) => without(fileById(account, id), 'key', 'type'));
	const files = [...fetched, ...stored];
	if (!note.text && files.length === 0) {
		throw invalid({ text: ['The text field is required when there are no files.'] });
	}
	return newMessage({
		sessionId,
		type: 'NOTE',
		direction: 'TO_HUB',
		origin: 'API',
		status: 'SAVED',
		text: note.text ?? null,
		filesIds: files.map(({ id }) => id),
		details: { files },
	});
}

export const sessionNoteOperations = [
	operation('listSessionNotes', ({ path, query }, account) => {
		const { id } = sessionById(account, path.id);
		const notes = account.messages.filter(
			(message) => message.type === 'NOTE' && message.sessionId === id && inDates(message, query),
		);
		return paged(notes, query);
	}),

	operation('createSessionNote', ({ path, body }, account) => {
		const note = writtenNote(account, sessionById(account, path.id).id, body);
		account.messages.push(note);
		return note;
	}),

	operation('getSessionNote', ({ path }, account) => noteById(account, path.id)),

	operation('deleteSessionNote', ({ path }, account) => {
		const note = noteById(account, path.id);
		account.messages = account.messages.filter((message) => message !== note);
		return note;
	}),
];
