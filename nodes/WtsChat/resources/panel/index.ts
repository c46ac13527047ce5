import type { Resource } from '../../operations/operation';
import { get } from './get';
import { getMany } from './getMany';
import { getManyCustomFields } from './getManyCustomFields';
import { getManyLostReasons } from './getManyLostReasons';
import { getManySteps } from './getManySteps';

export const panel: Resource = {
	name: 'Panel',
	value: 'panel',
	description: 'Board of the CRM with its steps and fields',
	operations: [getMany, get, getManySteps, getManyLostReasons, getManyCustomFields],
};
