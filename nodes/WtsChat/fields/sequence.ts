import type { INodeProperties } from 'n8n-workflow';
import { locator } from './locator';

export const sequenceId = locator({
	displayName: 'Sequence',
	name: 'sequenceId',
	description: 'The sequence of messages',
	searchListMethod: 'searchSequences',
});

export const sequenceIds: INodeProperties = {
	displayName: 'Sequence Names or IDs',
	name: 'sequenceIds',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getSequences' },
	default: [],
	description:
		'Sequences that the contact goes through. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};
