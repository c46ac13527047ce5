import type { Sandbox } from '../../../playground/sandbox';
import type { Forms } from './form';

const dates = {
	createdAfter: '2026-01-01T00:00:00',
	createdBefore: '2027-01-01T00:00:00',
	updatedAfter: '2026-01-01T00:00:00',
	updatedBefore: '2027-01-01T00:00:00',
};

const byPhone = { __rl: true, mode: 'phone', value: '+55 11 90000-0001' };

/** A contact by ID and by phone number, alone and together with others. */
const members = ({ account }: Sandbox) => {
	const sequenceId = account.sequences[0]?.id;
	return [
		{ parameters: { sequenceId, contactId: account.contacts[0]?.id } },
		{ parameters: { sequenceId, contactId: byPhone } },
		{
			parameters: { sequenceId, contactId: '={{ $json.id }}', batching: true },
			items: account.contacts.slice(0, 3).map(({ id }) => ({ id })),
		},
		{ parameters: { sequenceId, contactId: byPhone, batching: true } },
	];
};

export const sequence: Forms = {
	addContact: members,
	getMany: ({ account }) => [
		{
			parameters: {
				returnAll: true,
				filters: { ...dates, contactId: account.contacts[0]?.id, name: 'Boas' },
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
					...dates,
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
