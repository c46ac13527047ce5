import { additionalFieldsOf } from '../../fields/kinds/collection';
import { tagColor, tagName } from '../../fields/tag';
import { requestOperation } from '../../operations/operation';
import { post } from '../../transport/contract';

/** Whether a name that exists already is refused is not documented. */
export const create = requestOperation({
	name: 'Create',
	value: 'create',
	action: 'Create a tag',
	description: 'Add a tag for contacts',
	record: 'Tag',
	fields: {
		name: tagName.required(),
		additionalFields: additionalFieldsOf({ color: tagColor }),
	},
	request: ({ name, additionalFields }) =>
		post('/core/v1/tag', { body: { name, ...additionalFields } }),
});
