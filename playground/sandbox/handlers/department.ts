import type { components } from '../../../contract/types/core';
import { departmentById, type Account, type DepartmentRecord } from '../account';
import { operation } from '../operation';
import { without } from '../without';

type Schemas = components['schemas'];

function membersOf(account: Account, departmentId: string): Array<Schemas['DepartmentAgent']> {
	return account.agents
		.flatMap((agent) => agent.departments)
		.filter((membership) => membership.departmentId === departmentId)
		.map(({ userId, isAgent, isSupervisor }) => ({ userId, departmentId, isAgent, isSupervisor }));
}

function channelsOf(
	account: Account,
	{ channelIds }: DepartmentRecord,
): Array<Schemas['DepartmentChannel']> {
	return account.channels
		.filter(({ id }) => channelIds.includes(id))
		.map(({ id, number, identity, type }) => ({
			id,
			number,
			name: identity?.displayName ?? null,
			type,
		}));
}

function departmentView(
	account: Account,
	department: DepartmentRecord,
	detail?: Schemas['DepartmentDetail'],
): Schemas['Department'] {
	const asked = (part: Schemas['DepartmentDetail']) => detail === part || detail === 'All';
	return {
		...without(department, 'channelIds'),
		agents: asked('Agents') ? membersOf(account, department.id) : null,
		channels: asked('Channels') ? channelsOf(account, department) : null,
	};
}

function departmentListItem(
	account: Account,
	department: DepartmentRecord,
): Schemas['DepartmentListItem'] {
	return without(departmentView(account, department, 'Agents'), 'description', 'isPrivate');
}

export const departmentOperations = [
	operation('listDepartments', (_request, account) =>
		account.departments.map((department) => departmentListItem(account, department)),
	),

	operation('getDepartment', ({ path, query }, account) =>
		departmentView(account, departmentById(account, path.id), query.includeDetails),
	),
];
