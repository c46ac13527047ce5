import { createdNote } from '../crm/newNote';
import { cardById, cardNoteById } from '../crm/records';
import { inDates } from '../moments';
import { operation } from '../operation';
import { paged } from '../paging';

export const cardNoteOperations = [
	operation('listCardNotes', ({ path, query }, account) => {
		const { id } = cardById(account, path.cardId);
		const notes = account.cardNotes.filter((note) => note.cardId === id && inDates(note, query));
		return paged(notes, query);
	}),

	operation('createCardNote', ({ path, body }, account) => {
		const note = createdNote(cardById(account, path.cardId), body, account);
		account.cardNotes.push(note);
		return note;
	}),

	operation('deleteCardNote', ({ path }, account) => {
		const removed = cardNoteById(account, path.cardId, path.noteId);
		account.cardNotes = account.cardNotes.filter((note) => note !== removed);
	}),
];
