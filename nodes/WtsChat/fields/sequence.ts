import { dropdowns, locator } from './kinds/id';

export const sequenceId = locator({
	displayName: 'Sequence',
	name: 'sequenceId',
	description: 'The sequence of messages',
	picker: 'sequences',
}).required();

export const sequenceIds = dropdowns('sequences', {
	displayName: 'Sequence Names or IDs',
	name: 'sequenceIds',
	description:
		'Sequences that the contact goes through. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
});
