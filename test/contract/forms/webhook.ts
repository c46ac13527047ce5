import type { Forms } from './form';

export const webhook: Forms = {
	create: () => [
		{
			parameters: {
				name: 'n8n - vendas',
				url: 'https://n8n.example.com/webhook/vendas',
				events: ['MESSAGE_RECEIVED', 'PANEL_CARD_STEP_CHANGE'],
				additionalFields: { enabled: true },
			},
		},
	],
	delete: ({ account }) => [{ parameters: { subscriptionId: account.subscriptions[0]?.id } }],
	get: ({ account }) => [{ parameters: { subscriptionId: account.subscriptions[0]?.id } }],
	getMany: () => [{ parameters: { returnAll: false, limit: 2 } }, { parameters: { returnAll: true } }],
	getManyEvents: () => [
		{ parameters: { returnAll: false, limit: 5 } },
		{ parameters: { returnAll: true } },
	],
	update: ({ account }) => [
		{
			parameters: {
				subscriptionId: account.subscriptions[0]?.id,
				updateFields: {
					enabled: false,
					events: ['CONTACT_NEW', 'CONTACT_UPDATE'],
					name: 'n8n - contatos',
					url: 'https://n8n.example.com/webhook/contatos',
				},
			},
		},
	],
};
