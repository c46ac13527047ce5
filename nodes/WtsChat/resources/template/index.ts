import type { Resource } from '../../operations/operation';
import { getMany } from './getMany';

export const template: Resource = {
	name: 'Template',
	value: 'template',
	description: 'Prepared message, approved by the channel',
	operations: [getMany],
};
