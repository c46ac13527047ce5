import { dropdowns, locator } from './kinds/id';
import { listOrIds } from './kinds/listOrId';

export const sequenceId = locator({
	displayName: 'Sequence',
	name: 'sequenceId',
	description: 'The sequence of messages',
	picker: 'sequences',
}).required();

export const sequenceIds = dropdowns('sequences', {
	displayName: 'Sequences',
	name: 'sequenceIds',
	description: listOrIds('Sequences that the contact is enrolled in'),
});
