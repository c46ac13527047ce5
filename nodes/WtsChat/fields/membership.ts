import type { INodeProperties } from 'n8n-workflow';
import type { components } from '../../../contract/types/core';
import type { ChoicesOf } from './choices';
import { InputError, type ItemParameters } from './itemParameters';

export type MembershipAction = components['schemas']['MembershipAction'];

const actions: ChoicesOf<MembershipAction> = [
	{ name: 'Add or Change', value: 'Upsert', description: 'All others stay as they are' },
	{ name: 'Remove', value: 'Remove', description: 'These are taken out' },
	{ name: 'Replace All', value: 'ReplaceAll', description: 'Nobody else stays' },
];

/** What a list of members does with those that are there. */
export const membershipAction: INodeProperties = {
	displayName: 'Action',
	name: 'membershipAction',
	type: 'options',
	required: true,
	options: actions,
	default: 'Upsert',
	description: 'What happens with those given here',
};

const roles: INodeProperties[] = [
	{
		displayName: 'Takes Conversations',
		name: 'isAgent',
		type: 'boolean',
		default: true,
		description: 'Whether the user takes conversations of the department',
	},
	{
		displayName: 'Supervisor',
		name: 'isSupervisor',
		type: 'boolean',
		default: false,
		description: 'Whether the user oversees the department',
	},
];

/** The users of a department, with their roles. */
export const memberRows: INodeProperties = {
	displayName: 'Members',
	name: 'members',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Member',
	default: {},
	description: 'Users of the department with their roles',
	options: [
		{
			displayName: 'Member',
			name: 'member',
			values: [
				{
					displayName: 'User Name or ID',
					name: 'userId',
					type: 'options',
					typeOptions: { loadOptionsMethod: 'getAllUsers' },
					default: '',
					description:
						'The user (agent). Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				},
				...roles,
			],
		},
	],
};

/** The departments of a user, with the roles there. */
export const departmentRows: INodeProperties = {
	displayName: 'Departments',
	name: 'departments',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Department',
	default: {},
	description: 'Departments of the user with the roles there',
	options: [
		{
			displayName: 'Department',
			name: 'department',
			values: [
				{
					displayName: 'Department Name or ID',
					name: 'departmentId',
					type: 'options',
					typeOptions: { loadOptionsMethod: 'getDepartments' },
					default: '',
					description:
						'The department (team). Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				},
				...roles,
			],
		},
	],
};

/** The rows of {@link memberRows}. */
export function membersFrom(parameters: ItemParameters) {
	return parameters.rows('members').map((row) => ({
		userId: row.requiredId('userId'),
		...rolesFrom(row),
	}));
}

/** The rows of {@link departmentRows}. */
export function departmentsFrom(parameters: ItemParameters) {
	return parameters.rows('departments').map((row) => ({
		departmentId: row.requiredId('departmentId'),
		...rolesFrom(row),
	}));
}

function rolesFrom(row: ItemParameters) {
	return { isAgent: row.boolean('isAgent'), isSupervisor: row.boolean('isSupervisor') };
}

/**
 * The rows, of which there has to be one: an expression that gives nothing must not empty what is there.
 *
 * @throws InputError when there is none
 */
export function someOf<Row>(rows: Row[], label: string): Row[] {
	if (rows.length > 0) return rows;
	throw new InputError(`'${label}' is empty`, `Add at least one row to '${label}'.`);
}
