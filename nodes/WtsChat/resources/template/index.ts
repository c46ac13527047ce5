import type { Resource } from '../../operations/operation';
import { getMany } from './getMany';

export const template: Resource = {
	name: 'Template',
	value: 'template',
	description: 'Message template, approved by the channel',
	operations: [getMany],
};
