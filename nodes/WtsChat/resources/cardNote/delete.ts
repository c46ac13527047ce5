import { card } from '../../fields/card';
import { locator } from '../../fields/kinds/id';
import { onCard } from '../../operations/onCard';
import { requestOperation } from '../../operations/operation';
import { deleted } from '../../operations/record';
import { del } from '../../transport/contract';

export const deleteNote = requestOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a card note',
	description: 'Delete a note of a card for good',
	record: [deleted],
	fields: {
		card,
		noteId: locator({
			displayName: 'Note',
			name: 'cardNoteId',
			description: 'The note; the list holds those of the chosen card',
			picker: 'cardNotes',
		}).required(),
	},
	request: ({ card: subject, noteId }) =>
		onCard(subject, (cardId) =>
			del('/crm/v1/panel/card/{cardId}/note/{noteId}', { path: { cardId, noteId } }),
		),
});
