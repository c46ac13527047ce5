import { randomUUID } from 'node:crypto';
import type { components } from '../../../contract/types/core';
import { departmentById, type Account, type DepartmentRecord } from '../account';
import { changedMembers, channelIdsFrom, membersOf, write } from '../organization/departments';
import { operation } from '../operation';
import { without } from '../without';

type Schemas = components['schemas'];

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
		...without(department, 'channelIds', 'channelScope'),
		agents: asked('Agents') ? membersOf(account, department.id) : null,
		channels: asked('Channels') ? channelsOf(account, department) : null,
	};
}

function departmentListItem(
	account: Account,
	department: DepartmentRecord,
): Schemas['DepartmentListItem'] {
	return without(departmentView(account, department, 'All'), 'description', 'isPrivate');
}

export const departmentOperations = [
	operation('listDepartments', (_request, account) =>
		account.departments.map((department) => departmentListItem(account, department)),
	),

	operation('getDepartment', ({ path, query }, account) =>
		departmentView(account, departmentById(account, path.id), query.includeDetails),
	),

	operation('createDepartment', ({ body }, account) => {
		const now = new Date().toISOString();
		const department: DepartmentRecord = {
			id: randomUUID(),
			companyId: account.companyId,
			createdAt: now,
			updatedAt: now,
			name: body.name ?? null,
			description: null,
			isDefault: body.isDefault ?? false,
			isPrivate: false,
			distribuitionEnabled: body.distributionIsEnabled ?? false,
			restrictionType: body.restrictionType ?? 'NONE',
			distributionConfig: body.distributionConfig ?? null,
			directLinks: null,
			...channelIdsFrom(account, body.channelsConfig),
		};
		account.departments.push(department);
		changedMembers(account, department.id, 'Upsert', body.agents ?? []);
		return departmentView(account, department, 'All');
	}),

	operation('updateDepartment', ({ path, body }, account) => {
		const department = departmentById(account, path.id);
		write(account, department, body);
		return departmentView(account, department, 'All');
	}),

	operation('deleteDepartment', ({ path }, account) => {
		const gone = departmentById(account, path.id);
		account.departments = account.departments.filter((kept) => kept !== gone);
		changedMembers(account, gone.id, 'ReplaceAll', []);
	}),

	operation('updateDepartmentAgents', ({ path, body }, account) => {
		const department = departmentById(account, path.id);
		changedMembers(account, department.id, body.action, body.items);
		return body;
	}),

	operation('getDepartmentChannels', ({ path }, account) => {
		const { channelScope, channelIds } = departmentById(account, path.id);
		return { scope: channelScope, channels: channelScope === 'SELECTED' ? channelIds : [] };
	}),
];
