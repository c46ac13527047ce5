import { InputError } from '../../fields/inputError';
import { updateFieldsOf } from '../../fields/kinds/collection';
import { tagColor, tagId, tagName } from '../../fields/tag';
import { jobOperation } from '../../operations/operation';
import { nothingToUpdate } from '../../operations/sentences';
import type { Api } from '../../transport/api';
import { get, put } from '../../transport/contract';
import { readList } from '../../transport/pages';
import * as sentences from '../sentences';

/**
 * The API always writes the name. When only the color changes, the present name is read first and
 * written again.
 */
export const update = jobOperation({
	name: 'Update',
	value: 'update',
	action: 'Update a tag',
	description: 'Change the name or the color of a tag',
	record: 'Tag',
	fields: { id: tagId, updateFields: updateFieldsOf({ name: tagName, color: tagColor }) },
	prepare({ id, updateFields: { name, color } }) {
		if (!name && !color) {
			throw new InputError(
				nothingToUpdate,
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
});

/** The API has no way to read one tag, so it is looked up in the list of all. */
async function presentName(api: Api, id: string): Promise<string> {
	const tags = await readList(api, get('/core/v1/tag', {}), { paging: 'none' });
	const tag = tags.find((candidate) => candidate.id === id);
	if (typeof tag?.name === 'string') return tag.name;
	throw new InputError(sentences.noTag, "Choose the tag in 'Tag' from the list, or check its ID.");
}
