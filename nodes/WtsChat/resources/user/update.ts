import { clearOf, updateFieldsOf } from '../../fields/collections';
import { outputFields } from '../../fields/output';
import {
	subjectUserId,
	userMembers,
	userShortForm,
	type UserAvailability,
	type UserProfile,
} from '../../fields/user';
import { put } from '../../transport/contract';
import { changesOf } from '../changes';
import type { RequestOperation } from '../operation';

/** Attributes that can be emptied. */
type Clearable = 'email' | 'phoneNumber' | 'shortName';

/** Source: PUT /core/v1/agent/{id} */
export const update: RequestOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update a user',
	description: 'Change chosen attributes of a user, for example the availability',
	shortForm: userShortForm,
	fields: [
		subjectUserId,
		...outputFields,
		updateFieldsOf([
			userMembers.availability,
			clearOf([
				{ name: 'Email', value: 'email' },
				{ name: 'Phone Number', value: 'phoneNumber' },
				{ name: 'Short Name', value: 'shortName' },
			]),
			userMembers.email,
			userMembers.name,
			userMembers.phoneNumber,
			userMembers.profile,
			userMembers.shortName,
		]),
	],
	request(parameters) {
		const fields = parameters.group('updateFields');
		const values = {
			name: fields.text('name'),
			shortName: fields.text('shortName'),
			email: fields.plainText('email'),
			phoneNumber: fields.phone('phoneNumber'),
			profile: fields.choice<UserProfile>('profile'),
			availability: fields.choice<UserAvailability>('availability'),
		};
		return put('/core/v1/agent/{id}', {
			path: { id: parameters.requiredId('userId') },
			body: changesOf(values, fields.choices<Clearable>('clear'), fields),
		});
	},
};
