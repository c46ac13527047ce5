import type { Resource } from '../../operations/operation';
import { getMany } from './getMany';

export const customField: Resource = {
	name: 'Custom Field',
	value: 'customField',
	description: 'Field that the account has added to contacts or cards',
	operations: [getMany],
};
