import type { components } from '../../../contract/types/core';
import type { ChoicesOf } from './choices';
import { choice } from './kinds/choice';
import { locator } from './kinds/id';
import { phone } from './kinds/phone';
import { plainText, text } from './kinds/text';

type UserProfile = components['schemas']['AgentProfile'];
type UserAvailability = components['schemas']['AgentAvailability'];

/** The user of a session; the list holds the users of the department chosen in the field `departmentId` beside it. */
export const userId = locator({
	displayName: 'User',
	name: 'userId',
	description: 'User (agent) who takes care of the session; the list follows the chosen department',
	picker: 'users',
});

/** A user of any department. */
export const anyUserId = locator({
	displayName: 'User',
	name: 'userId',
	description: 'The user (agent)',
	picker: 'allUsers',
});

/** The user that an operation is about. */
export const subjectUserId = anyUserId.required();

const profiles: ChoicesOf<UserProfile> = [
	{ name: 'Administrator', value: 'Admin' },
	{ name: 'Agent', value: 'Agent' },
	{ name: 'Restricted Agent', value: 'RestrictedAgent' },
];

const availabilities: ChoicesOf<UserAvailability> = [
	{ name: 'Available', value: 'AVAILABLE' },
	{ name: 'Unavailable', value: 'UNAVAILABLE' },
];

/** Members of the forms of a new and of a changed user. */
export const userMembers = {
	name: text({
		displayName: 'Name',
		name: 'name',
		placeholder: 'e.g. Otávio Brandão',
		description: 'Name of the user, 100 characters at most',
	}),
	email: plainText({
		displayName: 'Email',
		name: 'email',
		placeholder: 'e.g. atendente1@example.com',
		description: 'Email address to log in with',
	}),
	phoneNumber: phone({
		displayName: 'Phone Number',
		name: 'phoneNumber',
		placeholder: 'e.g. +55 11 90000-5000',
		description: 'Phone number to log in with, with its country code',
	}),
	shortName: text({
		displayName: 'Short Name',
		name: 'shortName',
		placeholder: 'e.g. Otávio',
		description: 'Nickname of the user',
	}),
	profile: choice({
		displayName: 'Profile',
		name: 'profile',
		options: profiles,
		default: 'Agent',
		description: 'What the user is allowed to do in the account',
	}),
	availability: choice({
		displayName: 'Availability',
		name: 'availability',
		options: availabilities,
		default: 'AVAILABLE',
		description: 'Whether the user takes conversations now',
	}),
};

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
