import type { Resource } from '../../operations/operation';
import { get } from './get';
import { isOpenNow } from './isOpenNow';

export const officeHours: Resource = {
	name: 'Office Hours Schedule',
	value: 'officeHours',
	description: 'Opening hours of the account',
	operations: [isOpenNow, get],
};
