import { cardFields } from '../../fields/card';
import { locator } from '../../fields/kinds/id';
import { requestOperation } from '../../operations/operation';
import { deleted } from '../../operations/record';
import { del } from '../../transport/contract';

export const deleteNote = requestOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a card note',
	description: 'Remove a note from a card for good',
	record: [deleted],
	fields: {
		...cardFields,
		noteId: locator({
			displayName: 'Note',
			name: 'cardNoteId',
			description: 'The note; the list holds those of the chosen card',
			picker: 'cardNotes',
		}).required(),
	},
	request: ({ id: cardId, noteId }) =>
		del('/crm/v1/panel/card/{cardId}/note/{noteId}', { path: { cardId, noteId } }),
});
