import { optionsOf } from '../../fields/collections';
import { tagId } from '../../fields/tag';
import { del } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: DELETE /core/v1/tag/{id} */
export const deleteTag: RequestOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a tag',
	description: 'Remove a tag of contacts for good',
	fields: [
		tagId,
		optionsOf([
			{
				displayName: 'Remove From Contacts',
				name: 'removeFromContacts',
				type: 'boolean',
				default: true,
				description:
					'Whether to take the tag off every contact that has it; without this, a tag in use is not deleted',
			},
		]),
	],
	request: (parameters) =>
		del('/core/v1/tag/{id}', {
			path: { id: parameters.requiredId('tagId') },
			body: { removeFromContacts: parameters.group('options').boolean('removeFromContacts') },
		}),
};
