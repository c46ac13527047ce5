import type { Forms } from './form';

export const channel: Forms = {
	getMany: () => [
		{ parameters: { returnAll: true, filters: { platform: 'Whatsapp' } } },
		{ parameters: { returnAll: false, limit: 2, filters: { platform: 'All' } } },
	],
};
