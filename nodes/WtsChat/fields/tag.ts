import type { components } from '../../../contract/types/core';
import type { ChoicesOf } from './choices';
import { choice } from './kinds/choice';
import { dropdowns, idsOrNames, locator } from './kinds/id';
import { listOrIds } from './kinds/listOrId';
import { text } from './kinds/text';

type TagColor = components['schemas']['TagColor'];

export const tagId = locator({
	displayName: 'Tag',
	name: 'tagId',
	description: 'The tag of contacts; tags of cards belong to their panel',
	picker: 'tags',
}).required();

const look = { displayName: 'Tags', name: 'tagIds' };

export const tagIds = dropdowns('tags', { ...look, description: listOrIds('Tags of the contact') });

/** Tags by ID or by name; the API would ignore the names beside IDs. */
export const tags = idsOrNames('tags', {
	...look,
	description: listOrIds('Tags of the contact; their names will do as well'),
}).checked(({ ids, names }) => ({ tagIds: ids, tagNames: names }));

const FAMILIES = [
	['Blue', 'BLUE'],
	['Brown', 'BROWN'],
	['Gray', 'GRAY'],
	['Green', 'GREEN'],
	['Pink', 'PINK'],
	['Purple', 'PURPLE'],
	['Red', 'RED'],
	['Sky', 'SKY'],
	['Yellow', 'YELLOW'],
] as const;
const TONES = [100, 200, 300, 400, 500, 600] as const;

/** The palette of the platform: nine families in six tones, from the lightest to the darkest. */
const tagColors: ChoicesOf<TagColor> = FAMILIES.flatMap(([name, family]) =>
	TONES.map((tone) => ({ name: `${name} ${tone}`, value: `${family}_${tone}` as const })),
);

export const tagColor = choice({
	displayName: 'Color',
	name: 'color',
	options: tagColors,
	default: 'GRAY_600',
	description: 'Color of the tag; 100 is the lightest tone, 600 the darkest',
});

export const tagName = text({
	displayName: 'Name',
	name: 'name',
	placeholder: 'e.g. VIP',
	description: 'Name of the tag, 255 characters at most',
});
