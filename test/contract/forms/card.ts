import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../../../playground/sandbox';
import { panelTitled } from '../../../playground/sandbox/crm/records';
import type { Forms } from './form';

const everyDetail = [
	'Contacts',
	'CustomFields',
	'LostReason',
	'PanelTitle',
	'ResponsibleUser',
	'StepPhase',
	'StepTitle',
];

/** A lost card of the sales panel, as the first fields of the form name it. */
function lostCard({ account }: Sandbox) {
	const card = account.cards.find(({ status }) => status === 'LOST');
	return { panelId: card?.panelId, cardId: card?.id };
}

/** The custom fields as the editor keeps them: a value, and how the form describes its field. */
const formOfCustomFields: IDataObject = {
	mappingMode: 'defineBelow',
	value: { 'plano-de-interesse': 'Mensal' },
	schema: [
		{
			id: 'plano-de-interesse',
			displayName: 'Plano de interesse',
			type: 'options',
			options: [{ name: 'Mensal', value: 'Mensal' }],
		},
	],
};

const customFields = { specifyCustomFields: 'fields', customFields: formOfCustomFields };

const customFieldsAsJson = {
	specifyCustomFields: 'json',
	customFieldsJson: '{ "plano-de-interesse": ["Anual"] }',
};

const commonFields = ({ account }: Sandbox): IDataObject => ({
	contactIds: account.contacts[0]?.id,
	description: 'Pediu proposta por mensagem.',
	dueDate: '2026-09-20T15:00:00',
	metadata: { pairs: [{ key: 'pedido', value: '9876' }] },
	monetaryAmount: 1250,
	position: 1,
	responsibleUserId: account.agents[0]?.userId,
	sessionId: account.sessions[0]?.id,
});

const jsonFields = {
	metadataJson: '{ "pedido": "9876" }',
};

export const card: Forms = {
	archive: (sandbox) => [{ parameters: lostCard(sandbox) }],
	create(sandbox) {
		const { id: panelId, steps, tags } = panelTitled(sandbox.account, 'Vendas');
		const needed = { panelId, stepId: steps[0]?.id, title: 'Plano anual' };
		return [
			{
				parameters: {
					...needed,
					...customFields,
					additionalFields: { ...commonFields(sandbox), tagIds: [tags[0]?.id] },
				},
			},
			{
				parameters: { ...needed, ...customFieldsAsJson, additionalFields: { ...jsonFields, tagIds: 'Prioridade,Retorno' } },
			},
		];
	},
	duplicate: (sandbox) => [
		{
			parameters: {
				...lostCard(sandbox),
				targetPanelId: panelTitled(sandbox.account, 'Implantação').id,
				stepId: panelTitled(sandbox.account, 'Implantação').steps[0]?.id,
				options: {
					archiveOriginal: true,
					copiedFields: ['Amount', 'Contacts', 'MonetaryAmount', 'ResponsibleUser'],
				},
			},
		},
	],
	get: (sandbox) => [
		{
			parameters: {
				...lostCard(sandbox),
				simplify: false,
				options: { includeDetails: everyDetail },
			},
		},
	],
	getMany: ({ account }) => {
		const [first] = account.cards;
		return [
			{
				parameters: {
					panelId: first?.panelId,
					returnAll: true,
					simplify: false,
					filters: {
						contactId: first?.contactIds[0],
						createdAfter: '2026-01-01T00:00:00',
						createdBefore: '2027-01-01T00:00:00',
						responsibleUserId: first?.responsibleUserId,
						statuses: ['OPEN', 'WON'],
						stepId: first?.stepId,
						text: 'plano',
						updatedAfter: '2026-01-01T00:00:00',
						updatedBefore: '2027-01-01T00:00:00',
					},
					sort: { field: 'createdAt', direction: 'DESCENDING' },
				},
			},
			{
				parameters: {
					panelId: first?.panelId,
					limit: 100,
					simplify: false,
					options: { includeDetails: everyDetail },
				},
			},
		];
	},
	markAsLost: (sandbox) => [
		{
			parameters: {
				...lostCard(sandbox),
				lostReasonId: panelTitled(sandbox.account, 'Vendas').lostReasons[0]?.id,
			},
		},
	],
	markAsWon: (sandbox) => [{ parameters: lostCard(sandbox) }],
	moveToStep: (sandbox) => [
		{
			parameters: {
				...lostCard(sandbox),
				stepId: panelTitled(sandbox.account, 'Vendas').steps[1]?.id,
			},
		},
	],
	reopen: (sandbox) => [{ parameters: lostCard(sandbox) }],
	update(sandbox) {
		const { steps, tags, lostReasons } = panelTitled(sandbox.account, 'Vendas');
		return [
			{
				parameters: {
					...lostCard(sandbox),
					...customFields,
					updateFields: {
						...commonFields(sandbox),
						lostReasonId: lostReasons[0]?.id,
						status: 'LOST',
						stepId: steps[1]?.id,
						tagIds: [tags[1]?.id],
						tagOperation: 'InsertIfNotExists',
						title: 'Plano anual',
					},
				},
			},
			{
				parameters: {
					...lostCard(sandbox),
					...customFieldsAsJson,
					updateFields: { ...jsonFields, tagIds: 'Retorno', clear: ['dueDate', 'sessionId'] },
				},
			},
		];
	},
};
