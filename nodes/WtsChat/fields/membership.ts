import type { components } from '../../../contract/types/core';
import type { ChoicesOf } from './choices';
import { anyDepartmentId } from './department';
import type { Input } from './field';
import { InputError } from './inputError';
import * as sentences from './sentences';
import { choice } from './kinds/choice';
import { boolean } from './kinds/plain';
import { rows } from './kinds/rows';
import { anyUserId } from './user';

type MembershipAction = components['schemas']['MembershipAction'];

const actions: ChoicesOf<MembershipAction> = [
	{ name: 'Add or Change', value: 'Upsert', description: 'The others stay as they are' },
	{ name: 'Remove', value: 'Remove', description: 'Those given here are removed' },
	{ name: 'Replace All', value: 'ReplaceAll', description: 'All others are removed' },
];

/** What a list of members does with those that are there. */
export const membershipAction = choice({
	displayName: 'Action',
	name: 'membershipAction',
	options: actions,
	default: 'Upsert',
	description: 'What to do with those given here',
}).required();

const roles = {
	isAgent: boolean({
		displayName: 'Takes Conversations',
		name: 'isAgent',
		default: true,
		description: 'Whether the user takes conversations of the department',
	}),
	isSupervisor: boolean({
		displayName: 'Supervisor',
		name: 'isSupervisor',
		default: false,
		description: 'Whether the user oversees the department',
	}),
};

/** The users of a department, with their roles. */
export const members = rows({
	displayName: 'Members',
	name: 'members',
	placeholder: 'Add Member',
	description: 'Users of the department, with their roles',
	row: { displayName: 'Member', name: 'member' },
	members: {
		userId: anyUserId.filledIn(),
		...roles,
	},
});

/** The departments of a user, with the roles there. */
export const departments = rows({
	displayName: 'Departments',
	name: 'departments',
	placeholder: 'Add Department',
	description: 'Departments of the user, with the roles there',
	row: { displayName: 'Department', name: 'department' },
	members: {
		departmentId: anyDepartmentId.filledIn(),
		...roles,
	},
});

/** The same rows, of which there has to be one: an expression that gives nothing must not empty what is there. */
export function atLeastOne<Row>(some: Input<Row[]>): Input<Row[]> {
	const checked = some.checked((given, label) => {
		if (given.length > 0) return given;
		throw new InputError(sentences.empty(label), `Add at least one row to '${label}'.`);
	});
	return checked.filledIn();
}
