import type { INodeProperties } from 'n8n-workflow';
import type { components } from '../../../contract/types/core';
import type { ChoicesOf } from './choices';
import { locator } from './locator';

export type UserProfile = components['schemas']['AgentProfile'];
export type UserAvailability = components['schemas']['AgentAvailability'];

/** The user of a session; the list holds the users of the department chosen in the field `departmentId` beside it. */
export const userId = locator({
	displayName: 'User',
	name: 'userId',
	description: 'User (agent) who takes care of the session; the list follows the chosen department',
	searchListMethod: 'searchUsers',
	required: false,
});

/** The user that an operation is about. */
export const subjectUserId = locator({
	displayName: 'User',
	name: 'userId',
	description: 'The user (agent), by the ID that sessions and cards know it by',
	searchListMethod: 'searchAllUsers',
});

/** As {@link userId}, inside a collection. */
export const userDropdown: INodeProperties = {
	displayName: 'User Name or ID',
	name: 'userId',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getUsers', loadOptionsDependsOn: ['departmentId'] },
	default: '',
	description:
		'User (agent) who takes care of the session; the list follows the chosen department. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

const profiles: ChoicesOf<UserProfile> = [
	{ name: 'Administrator', value: 'Admin' },
	{ name: 'Agent', value: 'Agent' },
	{ name: 'Restricted Agent', value: 'RestrictedAgent' },
];

const availabilities: ChoicesOf<UserAvailability> = [
	{ name: 'Available', value: 'AVAILABLE' },
	{ name: 'Unavailable', value: 'UNAVAILABLE' },
];

/** Members of the forms of a new and of a changed user, by name. */
export const userMembers = {
	availability: {
		displayName: 'Availability',
		name: 'availability',
		type: 'options',
		options: availabilities,
		default: 'AVAILABLE',
		description: 'Whether the user takes conversations now',
	},
	email: {
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		placeholder: 'e.g. atendente1@example.com',
		description: 'Email address to log in with',
	},
	name: {
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Otávio Brandão',
		description: 'Name of the user, 100 characters at most',
	},
	phoneNumber: {
		displayName: 'Phone Number',
		name: 'phoneNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. +55 11 90000-5000',
		description: 'Phone number to log in with, with its country code',
	},
	profile: {
		displayName: 'Profile',
		name: 'profile',
		type: 'options',
		options: profiles,
		default: 'Agent',
		description: 'What the user may do in the account',
	},
	shortName: {
		displayName: 'Short Name',
		name: 'shortName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Otávio',
		description: 'Nickname of the user',
	},
} satisfies Record<string, INodeProperties>;

/** What remains of a user when Simplify is on. */
export const userShortForm = [
	'id',
	'userId',
	'name',
	'shortName',
	'email',
	'phoneNumber',
	'profile',
	'availability',
	'departments',
	'createdAt',
];
