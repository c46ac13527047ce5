import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../../../playground/sandbox';
import { queueChatbot } from '../../../playground/sandbox/sending/chatbots';
import type { Forms } from './form';

const toContact = ({ account }: Sandbox): IDataObject => ({
	botKey: account.chatbots[1]?.key,
	sendTo: 'contact',
	from: { __rl: true, mode: 'list', value: '551130000000' },
	to: '+55 11 90000-0001',
	simplify: false,
});

const intoSession = ({ account }: Sandbox): IDataObject => ({
	botKey: account.chatbots[1]?.key,
	sendTo: 'session',
	sessionId: account.sessions[0]?.id,
	simplify: false,
});

const options: IDataObject = {
	callbackUrl: 'https://hooks.example.com/chatbot',
	contactMetadata: { pairs: [{ key: 'crmId', value: '77' }] },
	forceStartSession: true,
	hiddenSession: true,
	senderId: 'campanha-77',
	sessionMetadata: { pairs: [{ key: 'pedido', value: '9876' }] },
	skipIfBotInExecution: true,
	skipIfInProgress: true,
};

const jsonOptions: IDataObject = {
	contactMetadataJson: '{ "crmId": "77" }',
	sessionMetadataJson: '{ "pedido": "9876" }',
};

const sent = (sandbox: Sandbox) => [
	{ parameters: { ...toContact(sandbox), options } },
	{ parameters: { ...intoSession(sandbox), options: jsonOptions } },
];

export const chatbot: Forms = {
	getMany: ({ account }) => [
		{
			parameters: {
				returnAll: true,
				simplify: false,
				filters: {
					automationUsages: ['Api'],
					channelIds: [account.channels[0]?.id],
					createdAfter: '2026-01-01T00:00:00',
					createdBefore: '2027-01-01T00:00:00',
					departmentIds: [account.departments[1]?.id],
					name: 'Pesquisa',
					publishStatuses: ['Ready'],
					chatbotTypes: ['Automation'],
					updatedAfter: '2026-01-01T00:00:00',
					updatedBefore: '2027-01-01T00:00:00',
				},
				sort: { field: 'name', direction: 'ASCENDING' },
			},
		},
		{ parameters: { limit: 2 } },
	],
	getSendStatus: ({ account }) => {
		const send = queueChatbot(account, {
			botKey: account.chatbots[1]?.key,
			sessionId: account.sessions[0]?.id,
		});
		return [{ parameters: { sendId: send.id, simplify: false } }];
	},
	send: (sandbox) => [
		...sent(sandbox),
		{ parameters: { ...toContact(sandbox), options: { ...options, batching: true } } },
		{ parameters: { ...intoSession(sandbox), options: { ...jsonOptions, batching: true } } },
	],
	start: sent,
};
