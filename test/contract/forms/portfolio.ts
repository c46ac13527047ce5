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
	const portfolioId = account.portfolios[0]?.id;
	return [
		{ parameters: { portfolioId, contactId: account.contacts[0]?.id } },
		{ parameters: { portfolioId, contactId: byPhone } },
		{
			parameters: { portfolioId, contactId: '={{ $json.id }}', batching: true },
			items: account.contacts.slice(0, 3).map(({ id }) => ({ id })),
		},
		{ parameters: { portfolioId, contactId: byPhone, batching: true } },
	];
};

export const portfolio: Forms = {
	addContact: members,
	getMany: () => [
		{
			parameters: {
				returnAll: true,
				simplify: false,
				filters: dates,
				options: { includeDetails: ['ContactCount', 'Departments'] },
				sort: { field: 'name', direction: 'ASCENDING' },
			},
		},
		{ parameters: { limit: 2 } },
	],
	getManyContacts: ({ account }) => [
		{
			parameters: {
				portfolioId: account.portfolios[0]?.id,
				returnAll: true,
				filters: dates,
				sort: { field: 'createdAt', direction: 'DESCENDING' },
			},
		},
		{
			parameters: {
				portfolioId: account.portfolios[0]?.id,
				limit: 1,
				filters: { contactIds: account.contacts[0]?.id },
				sort: { field: 'createdAt', direction: 'ASCENDING' },
			},
		},
	],
	removeContact: members,
};
