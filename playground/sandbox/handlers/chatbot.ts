import type { components } from '../../../contract/types/chat';
import type { ChatbotRecord } from '../account';
import { inDates } from '../moments';
import { operation, type RequestOf } from '../operation';
import { paged } from '../paging';
import { chatbotSendById, queueChatbot, startChatbot } from '../sending/chatbots';
import { savedSession } from '../session/view';

type Query = RequestOf<'listChatbots'>['query'];
type PublishStatus = components['schemas']['ChatbotPublishStatus'];

/** The filter spells the states of publication in its own way. */
const spelledAsAnswered = (status: string) => status.toUpperCase() as PublishStatus;

function holdsSome<Value>(kept: readonly Value[], wanted: readonly Value[] | undefined): boolean {
	return !wanted || wanted.some((one) => kept.includes(one));
}

function passes(chatbot: ChatbotRecord, query: Query): boolean {
	const { name, type, channelIds, defaultDepartmentId, publishStatus, automationUsage } = chatbot;
	return (
		(name ?? '').toLowerCase().includes((query.Name ?? '').toLowerCase()) &&
		holdsSome([type], query.Types) &&
		holdsSome(channelIds ?? [], query.ChannelIds) &&
		holdsSome([defaultDepartmentId], query.DefaultDepartmentIds) &&
		holdsSome([publishStatus], query.PublishStatuses?.map(spelledAsAnswered)) &&
		holdsSome(automationUsage ?? [], query.AutomationUsages) &&
		inDates(chatbot, query)
	);
}

export const chatbotOperations = [
	operation('listChatbots', ({ query }, account) =>
		paged(
			account.chatbots.filter((chatbot) => passes(chatbot, query)),
			query,
		),
	),

	operation('startChatbot', ({ body }, account) =>
		savedSession(account, startChatbot(account, body)),
	),

	operation('sendChatbot', ({ body }, account) => queueChatbot(account, body)),

	operation('sendChatbotBatch', ({ body }, account) => {
		const { botKey, from, options, messages } = body;
		const results = messages.map((message) =>
			queueChatbot(account, { ...message, botKey, from, options }),
		);
		// the contract promises no order
		return { results: results.reverse() };
	}),

	operation('getSendChatbotStatus', ({ path }, account) => chatbotSendById(account, path.id)),
];
