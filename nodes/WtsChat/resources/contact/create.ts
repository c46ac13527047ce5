import { additionalFieldsOf, optionsOf } from '../../fields/collections';
import {
	contactCustomFields,
	contactMembers,
	identifiedFrom,
	newContactMembers,
} from '../../fields/contactValues';
import { contactShortForm } from '../../fields/contact';
import { outputFields } from '../../fields/output';
import { post } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/**
 * Source: POST /core/v1/contact
 *
 * Which error an existing contact gives without 'Get if It Exists' is not documented; it is shown as
 * it comes.
 */
export const create: RequestOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create a contact',
	description: 'Add a person by phone number, email or Instagram name',
	shortForm: contactShortForm,
	fields: [
		contactMembers.phoneNumber,
		contactMembers.name,
		contactCustomFields,
		...outputFields,
		additionalFieldsOf(newContactMembers),
		optionsOf([
			{
				displayName: 'Get if It Exists',
				name: 'getIfExists',
				type: 'boolean',
				default: true,
				description:
					'Whether to return a contact that exists already, untouched, instead of failing',
			},
		]),
	],
	request(parameters) {
		const getIfExists = parameters.group('options').boolean('getIfExists');
		return post('/core/v1/contact', {
			body: {
				...identifiedFrom(parameters),
				options: getIfExists === undefined ? undefined : { getIfExists },
			},
		});
	},
};
