import { updateFieldsOf } from '../../fields/collections';
import { InputError } from '../../fields/itemParameters';
import { tagColor, tagId, tagName, type TagColor } from '../../fields/tag';
import type { Api } from '../../transport/api';
import { get, put } from '../../transport/contract';
import { readList } from '../../transport/pages';
import type { JobOperation } from '../operation';

/**
 * Source: PUT /core/v1/tag/{id}
 *
 * The API always writes the name. When only the color changes, the present name is read first and
 * written again.
 */
export const update: JobOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update a tag',
	description: 'Change the name or the color of a tag',
	fields: [tagId, updateFieldsOf([tagColor, tagName])],
	prepare(parameters) {
		const id = parameters.requiredId('tagId');
		const fields = parameters.group('updateFields');
		const name = fields.text('name');
		const color = fields.choice<TagColor>('color');
		if (!name && !color) {
			throw new InputError(
				'There is nothing to update',
				"Add 'Name' or 'Color' under 'Update Fields' and give it a value.",
			);
		}
		return async (api) =>
			await api.send(
				put('/core/v1/tag/{id}', {
					path: { id },
					body: { name: name ?? (await presentName(api, id)), color },
				}),
			);
	},
};

/** The API has no way to read one tag, so it is looked up in the list of all. */
async function presentName(api: Api, id: string): Promise<string> {
	const tags = await readList(api, get('/core/v1/tag', {}), { paging: 'none' });
	const tag = tags.find((candidate) => candidate.id === id);
	if (typeof tag?.name === 'string') return tag.name;
	throw new InputError(
		'WTS Chat has no tag with this ID',
		"Choose the tag in 'Tag' from the list, or check its ID.",
	);
}
