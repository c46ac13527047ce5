import type { Forms } from './form';

export const customField: Forms = {
	getMany: () => [
		{
			parameters: {
				entityType: 'CONTACT',
				returnAll: true,
				simplify: false,
				options: { nestedList: true },
			},
		},
		{ parameters: { entityType: 'PANEL', limit: 100, simplify: false } },
	],
};
