import type { INodeProperties } from 'n8n-workflow';
import type { components } from '../../../contract/types/core';
import type { ChoicesOf } from './choices';
import { eitherOf } from './eitherOf';
import type { ItemParameters } from './itemParameters';
import { locator } from './locator';

export type TagColor = components['schemas']['TagColor'];

export const tagId = locator({
	displayName: 'Tag',
	name: 'tagId',
	description: 'The tag of contacts; card tags belong to their panel instead',
	searchListMethod: 'searchTags',
});

export const tagIds: INodeProperties = {
	displayName: 'Tag Names or IDs',
	name: 'tagIds',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getTags' },
	default: [],
	description:
		'Tags of the contact. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

export const tagNames: INodeProperties = {
	displayName: 'Tags by Name',
	name: 'tagNames',
	type: 'string',
	default: '',
	placeholder: 'e.g. Lead,VIP',
	description: 'Comma-separated names of tags of the contact, for whoever has no IDs',
};

/** The tags that either field names. */
export function tagsFrom(parameters: ItemParameters) {
	const { ids, names } = eitherOf(parameters, 'tagIds', 'tagNames');
	return { tagIds: ids, tagNames: names };
}

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

export const tagColor: INodeProperties = {
	displayName: 'Color',
	name: 'color',
	type: 'options',
	options: tagColors,
	default: 'GRAY_600',
	description: 'Color of the tag; 100 is the lightest tone, 600 the darkest',
};

export const tagName: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. VIP',
	description: 'Name of the tag, 255 characters at most',
};
