import type { Sandbox } from '../../../playground/sandbox';
import type { Forms } from './form';

const from = { __rl: true, mode: 'number', value: '+55 11 3000-0000' };
const to = '(11) 90000-0001';
const scheduledAt = '2099-10-01T09:00:00';
const botKey = '6e000000-0000-4000-8000-000000000002';

const includeDetails = ['Channel', 'Chatbot', 'Contact', 'Department', 'Template', 'User'];

const scheduled = ({ account }: Sandbox) =>
	account.scheduledMessages.filter(({ status }) => status === 'SCHEDULED');

const catalogue = ({ account }: Sandbox) => ({
	from,
	to,
	scheduledAt,
	messageType: 'TEMPLATE',
	templateId: account.templates[1]?.id,
	specifyParameters: 'fields',
	templateParameters: { mappingMode: 'defineBelow', value: { nome: 'Júlia' }, schema: [{ id: 'text:IMAGE', displayName: 'Text', readOnly: true }] },
	simplify: false,
});

export const scheduledMessage: Forms = {
	cancel: (sandbox) => [
		{ parameters: { scheduledMessageId: scheduled(sandbox)[0]?.id, simplify: false } },
		{
			items: scheduled(sandbox)
				.slice(1)
				.map(({ id }) => ({ id })),
			parameters: { scheduledMessageId: '={{ $json.id }}', options: { batching: true }, simplify: false },
		},
	],
	create: (sandbox) => [
		{
			parameters: {
				...catalogue(sandbox),
				botKey,
				templateFileSource: 'id',
				templateFileId: sandbox.account.files[0]?.id,
				options: {
					departmentId: sandbox.account.departments[0]?.id,
					hiddenSession: true,
				},
			},
		},
		{
			parameters: {
				...catalogue(sandbox),
				templateFileSource: 'url',
				templateFileUrl: 'https://files.example.com/catalogo.jpg',
				options: { departmentId: sandbox.account.departments[0]?.name },
			},
		},
		{
			parameters: { ...catalogue(sandbox), templateFileSource: 'binary', templateBinaryPropertyName: 'capa' },
			binary: { capa: { data: 'eA==', fileName: 'capa.png', mimeType: 'image/png' } },
		},
		{
			parameters: {
				to,
				scheduledAt,
				messageType: 'TEMPLATE',
				templateId: sandbox.account.templates[0]?.id,
				specifyParameters: 'json',
				templateParametersJson: '{ "nome": "Júlia", "pedido": 9876 }',
			},
		},
		{ parameters: { from, to, scheduledAt, messageType: 'CHATBOT', botKey, simplify: false } },
	],
	get: ({ account }) => [
		{
			items: account.scheduledMessages,
			parameters: {
				scheduledMessageId: '={{ $json.id }}',
				simplify: false,
				options: { includeDetails },
			},
		},
	],
	getMany: ({ account }) => [
		{
			parameters: {
				returnAll: true,
				simplify: false,
				options: { includeDetails },
				sort: { direction: 'DESCENDING', field: 'scheduling' },
			},
		},
		{
			parameters: {
				returnAll: false,
				limit: 5,
				filters: {
					channelId: account.channels[0]?.id,
					contactId: { __rl: true, mode: 'phone', value: to },
					createdAfter: '2026-01-01T00:00:00',
					createdBefore: '2026-12-31T23:59:59',
					departmentId: account.departments[0]?.id,
					messageType: 'TEMPLATE',
					scheduledAfter: '2026-01-01T00:00:00',
					scheduledBefore: '2099-12-31T23:59:59',
					status: 'SCHEDULED',
					updatedAfter: '2026-01-01T00:00:00',
					updatedBefore: '2026-12-31T23:59:59',
					userId: account.agents[0]?.userId,
				},
			},
		},
	],
	update: (sandbox) => {
		const [scheduledMessageId] = scheduled(sandbox).map(({ id }) => id);
		const fields = {
			from,
			to,
			departmentId: sandbox.account.departments[1]?.id,
			hiddenSession: false,
			scheduledAt,
		};
		return [
			{
				parameters: {
					scheduledMessageId,
					simplify: false,
					updateFields: {
						...fields,
						messageType: 'TEMPLATE',
						templateId: sandbox.account.templates[1]?.id,
						templateParametersJson: '{ "nome": "Júlia" }',
						fileId: sandbox.account.files[0]?.id,
						clear: ['botKey'],
					},
				},
			},
			{
				parameters: {
					scheduledMessageId,
					updateFields: {
						departmentId: sandbox.account.departments[1]?.name,
						templateParametersJson: '{ "nome": "Júlia" }',
						fileUrl: 'https://files.example.com/catalogo.jpg',
					},
				},
			},
			{
				parameters: {
					scheduledMessageId,
					simplify: false,
					updateFields: { messageType: 'CHATBOT', botKey, clear: ['templateId'] },
				},
			},
		];
	},
};
