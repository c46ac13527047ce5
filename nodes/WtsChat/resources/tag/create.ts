import { additionalFieldsOf } from '../../fields/collections';
import { tagColor, tagName, type TagColor } from '../../fields/tag';
import { post } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: POST /core/v1/tag; whether a name that exists already is refused is not documented. */
export const create: RequestOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create a tag',
	description: 'Add a tag that contacts can carry',
	fields: [{ ...tagName, required: true }, additionalFieldsOf([tagColor])],
	request: (parameters) =>
		post('/core/v1/tag', {
			body: {
				name: parameters.requiredText('name'),
				color: parameters.group('additionalFields').choice<TagColor>('color'),
			},
		}),
};
