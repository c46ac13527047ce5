import type { INodeProperties } from 'n8n-workflow';

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
