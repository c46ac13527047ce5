import { additionalFieldsOf } from '../../fields/collections';
import { outputFields } from '../../fields/output';
import {
	userMembers,
	userShortForm,
	type UserAvailability,
	type UserProfile,
} from '../../fields/user';
import { post } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: POST /core/v1/agent; an email address or a phone number is assumed to be needed to log in. */
export const create: RequestOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create a user',
	description: 'Add a person to the account, who logs in by email or phone number',
	shortForm: userShortForm,
	fields: [
		{ ...userMembers.name, required: true },
		{ ...userMembers.profile, required: true },
		...outputFields,
		additionalFieldsOf([userMembers.availability, userMembers.email, userMembers.phoneNumber]),
	],
	request(parameters) {
		const fields = parameters.group('additionalFields');
		return post('/core/v1/agent', {
			body: {
				name: parameters.requiredText('name'),
				profile: parameters.requiredChoice<UserProfile>('profile'),
				email: fields.plainText('email'),
				phoneNumber: fields.phone('phoneNumber'),
				availability: fields.choice<UserAvailability>('availability'),
			},
		});
	},
};
