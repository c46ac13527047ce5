import { cardFields } from '../../fields/card';
import { locator } from '../../fields/locator';
import { del } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: DELETE /crm/v1/panel/card/{cardId}/note/{noteId} */
export const deleteNote: RequestOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a card note',
	description: 'Remove a note from a card for good',
	fields: [
		...cardFields,
		locator({
			displayName: 'Note ID',
			name: 'cardNoteId',
			description: 'The note; the list holds those of the chosen card',
			searchListMethod: 'searchCardNotes',
		}),
	],
	request: (parameters) =>
		del('/crm/v1/panel/card/{cardId}/note/{noteId}', {
			path: {
				cardId: parameters.requiredId('cardId'),
				noteId: parameters.requiredId('cardNoteId'),
			},
		}),
};
