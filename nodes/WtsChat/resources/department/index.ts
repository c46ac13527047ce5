import type { Resource } from '../../operations/operation';
import { create } from './create';
import { deleteDepartment } from './delete';
import { get } from './get';
import { getChannels } from './getChannels';
import { getMany } from './getMany';
import { update } from './update';
import { updateMembers } from './updateMembers';

export const department: Resource = {
	name: 'Department',
	value: 'department',
	description: 'Team that answers conversations',
	operations: [getMany, get, getChannels, create, update, updateMembers, deleteDepartment],
};
