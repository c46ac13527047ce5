import type { Forms } from './form';

export const template: Forms = {
	getMany: ({ account }) => [
		{
			parameters: {
				returnAll: true,
				simplify: false,
				options: { includeDetails: ['All', 'File', 'Interactive', 'Params'] },
				sort: { direction: 'ASCENDING', field: 'name' },
			},
		},
		{
			parameters: {
				limit: 5,
				filters: {
					approvedOnly: true,
					archived: false,
					channelId: account.channels[0]?.id,
					createdAfter: '2026-01-01T00:00:00',
					createdBefore: '2026-12-31T23:59:59',
					name: 'pedido',
					templateUse: 'ATTENDANCE',
					text: 'entrega',
					updatedAfter: '2026-01-01T00:00:00',
					updatedBefore: '2026-12-31T23:59:59',
				},
			},
		},
	],
};
