import type { Forms } from './form';

export const session: Forms = {
	get: ({ account }) => [
		{
			parameters: {
				sessionId: account.sessions[0]?.id,
				simplify: false,
				options: {
					includeDetails: [
						'AgentDetails',
						'ChannelDetails',
						'ChannelTypeDetails',
						'ClassificationDetails',
						'ContactDetails',
						'DepartmentsDetails',
					],
				},
			},
		},
	],
	transfer: ({ account }) => [
		{
			parameters: {
				sessionId: account.sessions[0]?.id,
				departmentId: account.departments[0]?.id,
				userId: account.agents[0]?.userId,
				options: { stopBotInExecution: true },
			},
		},
	],
	update: ({ account }) => [
		{
			parameters: {
				sessionId: account.sessions[0]?.id,
				updateFields: {
					classificationAmount: 1490.5,
					classificationCategory: 'WON',
					classificationDescription: 'Plano anual',
					departmentId: account.departments[0]?.id,
					endAt: '2026-09-15T13:00:00',
					metadata: { pairs: [{ key: 'pedido', value: '9876' }] },
					number: '2026-77',
					status: 'COMPLETED',
					userId: account.agents[0]?.userId,
				},
				options: { stopBotInExecution: false },
			},
		},
		{
			parameters: {
				sessionId: account.sessions[0]?.id,
				updateFields: { metadataJson: '{ "pedido": null }', clear: ['userId', 'departmentId'] },
			},
		},
	],
};
