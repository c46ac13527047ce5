import type { Sandbox } from '../../../playground/sandbox';
import type { Forms } from './form';
import { everyDate, membersOf } from './members';

const members = (sandbox: Sandbox) =>
	membersOf({ portfolioId: sandbox.account.portfolios[0]?.id }, sandbox);

export const portfolio: Forms = {
	addContact: members,
	getMany: () => [
		{
			parameters: {
				returnAll: true,
				simplify: false,
				filters: everyDate,
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
				filters: everyDate,
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
