import type { Forms } from './form';

export const tag: Forms = {
	create: () => [{ parameters: { name: 'Inverno', additionalFields: { color: 'BLUE_300' } } }],
	delete: ({ account }) => [
		{ parameters: { tagId: account.tags[0]?.id, options: { removeFromContacts: true } } },
	],
	getMany: () => [{ parameters: { returnAll: true } }, { parameters: { limit: 2 } }],
	getManyColors: () => [{ parameters: { returnAll: true } }, { parameters: { limit: 2 } }],
	update: ({ account }) => [
		{
			parameters: {
				tagId: account.tags[1]?.id,
				updateFields: { name: 'Cliente ativo', color: 'GREEN_300' },
			},
		},
	],
};
