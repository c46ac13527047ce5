import type { Resource } from '../operation';
import { get } from './get';

export const officeHours: Resource = {
	name: 'Office Hours Schedule',
	value: 'officeHours',
	description: 'When the account is open',
	operations: [get],
};
