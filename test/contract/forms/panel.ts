import { panelTitled } from '../../../playground/sandbox/crm/records';
import type { Forms } from './form';

const dates = {
	createdAfter: '2026-01-01T00:00:00',
	createdBefore: '2027-01-01T00:00:00',
	updatedAfter: '2026-01-01T00:00:00',
	updatedBefore: '2027-01-01T00:00:00',
};
const sort = { field: 'createdAt', direction: 'ASCENDING' };

export const panel: Forms = {
	get: ({ account }) => [
		{
			parameters: {
				panelId: panelTitled(account, 'Vendas').id,
				simplify: false,
				options: {
					includeDetails: ['Cards', 'Steps', 'StepsCardCount', 'StepsFields', 'Tags'],
				},
			},
		},
	],
	getMany: () => [
		{
			parameters: {
				returnAll: true,
				simplify: false,
				filters: { ...dates, title: 'vendas', panelType: 'SALES' },
				options: { includeDetails: ['PanelCardOverdueCount', 'Steps', 'StepsCardCount', 'Tags'] },
				sort,
			},
		},
		{ parameters: { limit: 2 } },
	],
	getManyCustomFields: ({ account }) => [
		{
			parameters: {
				panelId: panelTitled(account, 'Vendas').id,
				returnAll: true,
				simplify: false,
				options: { nestedList: true },
			},
		},
		{ parameters: { panelId: panelTitled(account, 'Vendas').id, limit: 3 } },
	],
	getManyLostReasons: ({ account }) => [
		{
			parameters: {
				panelId: panelTitled(account, 'Vendas').id,
				returnAll: true,
				filters: dates,
				sort,
			},
		},
		{ parameters: { panelId: panelTitled(account, 'Vendas').id, limit: 1 } },
	],
	getManySteps: ({ account }) => [
		{
			parameters: {
				panelId: panelTitled(account, 'Vendas').id,
				returnAll: true,
				simplify: false,
				options: { includeDetails: ['Cards', 'StepsCardCount', 'StepsFields'] },
			},
		},
		{ parameters: { panelId: panelTitled(account, 'Vendas').id, limit: 2 } },
	],
};
