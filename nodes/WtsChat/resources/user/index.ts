import type { Resource } from '../../operations/operation';
import { changeStatus } from './changeStatus';
import { create } from './create';
import { deleteUser } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { logOut } from './logOut';
import { update } from './update';
import { updateDepartments } from './updateDepartments';

export const user: Resource = {
	name: 'User',
	value: 'user',
	description: 'Person who works in the account (agent)',
	operations: [getMany, get, create, update, updateDepartments, changeStatus, logOut, deleteUser],
};
