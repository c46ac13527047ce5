import type { Resource } from '../../operations/operation';
import { getMany } from './getMany';

export const customField: Resource = {
	name: 'Custom Field',
	value: 'customField',
	description: 'Field of its own that the account gave to contacts or cards',
	operations: [getMany],
};
