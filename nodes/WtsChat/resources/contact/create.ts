import { contactShortForm } from '../../fields/contact';
import { contactDetailMembers, newContactFields, newContactOf } from '../../fields/contactValues';
import { additionalFieldsOf, optionsOf } from '../../fields/kinds/collection';
import { boolean } from '../../fields/kinds/plain';
import { simplified } from '../../fields/output';
import { requestOperation } from '../../operations/operation';
import { post } from '../../transport/contract';
import { unlessBlank } from '../../values/blank';

/**
 * Which error an existing contact gives without 'Get if It Exists' is not documented; it is shown as
 * it comes.
 */
export const create = requestOperation({
	name: 'Create',
	value: 'create',
	action: 'Create a contact',
	description: 'Add a contact by phone number, email or Instagram user',
	record: 'Contact',
	fields: {
		...newContactFields,
		output: simplified(contactShortForm),
		additionalFields: additionalFieldsOf(contactDetailMembers),
		options: optionsOf({
			getIfExists: boolean({
				displayName: 'Get if It Exists',
				name: 'getIfExists',
				default: true,
				description:
					'Whether to return a contact that exists already, untouched, instead of failing',
			}),
		}),
	},
	request: ({ additionalFields, options, ...named }) =>
		post('/core/v1/contact', {
			body: { ...newContactOf(named, additionalFields), options: unlessBlank(options) },
		}),
});
