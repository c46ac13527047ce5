import type { Sandbox } from '../../../playground/sandbox';
import type { Forms } from './form';
import { everyDate, membersOf } from './members';

const members = (sandbox: Sandbox) =>
	membersOf({ sequenceId: sandbox.account.sequences[0]?.id }, sandbox);

export const sequence: Forms = {
	addContact: members,
	getMany: ({ account }) => [
		{
			parameters: {
				returnAll: true,
				filters: { ...everyDate, contactId: account.contacts[0]?.id, name: 'Boas' },
				options: { includeDetails: ['ContactExecutingCount', 'ExecutionStats'] },
				sort: { field: 'name', direction: 'ASCENDING' },
			},
		},
		{ parameters: { limit: 2 } },
	],
	getManyContacts: ({ account }) => [
		{
			parameters: {
				sequenceId: account.sequences[0]?.id,
				returnAll: true,
				simplify: false,
				filters: {
					...everyDate,
					contactId: account.contacts[0]?.id,
					name: account.contacts[0]?.name,
					phoneNumber: '+55 11 90000-0001',
				},
				options: { includeDetails: ['ContactDetails'] },
				sort: { field: 'createdAt', direction: 'DESCENDING' },
			},
		},
		{ parameters: { sequenceId: account.sequences[0]?.id, limit: 2 } },
	],
	removeContact: members,
};
