import { optionsOf } from '../../fields/kinds/collection';
import { boolean } from '../../fields/kinds/plain';
import { tagId } from '../../fields/tag';
import { requestOperation } from '../../operations/operation';
import { deleted } from '../../operations/record';
import { del } from '../../transport/contract';

export const deleteTag = requestOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a tag',
	description: 'Delete a tag of contacts for good',
	record: [deleted],
	fields: {
		id: tagId,
		options: optionsOf({
			removeFromContacts: boolean({
				displayName: 'Remove From Contacts',
				name: 'removeFromContacts',
				default: true,
				description:
					'Whether to remove the tag from all contacts that have it; without this, a tag in use is not deleted',
			}),
		}),
	},
	request: ({ id, options }) => del('/core/v1/tag/{id}', { path: { id }, body: options }),
});
