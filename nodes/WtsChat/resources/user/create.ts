import { additionalFieldsOf } from '../../fields/kinds/collection';
import { simplified } from '../../fields/output';
import { userMembers, userShortForm } from '../../fields/user';
import { requestOperation } from '../../operations/operation';
import { post } from '../../transport/contract';

const { availability, email, phoneNumber } = userMembers;

/** An email address or a phone number is assumed to be needed to log in. */
export const create = requestOperation({
	name: 'Create',
	value: 'create',
	action: 'Create a user',
	description: 'Add a user to the account, who logs in by email or phone number',
	record: 'Agent',
	fields: {
		name: userMembers.name.required(),
		profile: userMembers.profile.required(),
		output: simplified(userShortForm),
		additionalFields: additionalFieldsOf({ email, phoneNumber, availability }),
	},
	request: ({ name, profile, additionalFields }) =>
		post('/core/v1/agent', { body: { name, profile, ...additionalFields } }),
});
