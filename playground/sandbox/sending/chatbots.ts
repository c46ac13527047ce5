import { randomUUID } from 'node:crypto';
import type { components } from '../../../contract/types/chat';
import {
	contactById,
	type Account,
	type ChatbotRecord,
	type ChatbotSendRecord,
	type SessionRecord,
} from '../account';
import { invalid, notFound } from '../errors';
import { targetOf } from './parties';

type Schemas = components['schemas'];
type Request = Schemas['SendChatbotRequest'];

export function chatbotByKey({ chatbots }: Account, key: string): ChatbotRecord {
	const chatbot = chatbots.find((candidate) => candidate.key === key);
	if (!chatbot) throw notFound('Chatbot');
	return chatbot;
}

/** Why the chatbot leaves the session alone, if so. */
function reasonToSkip({ options }: Request, { botId, status }: SessionRecord): string | null {
	if (options?.skipIfBotInExecution && botId) return 'Outro chatbot está em execução.';
	if (options?.skipIfInProgress && status === 'IN_PROGRESS')
		return 'A conversa está em atendimento.';
	return null;
}

/** Runs the chatbot in the session, unless it is told to leave it alone. */
function runIn(account: Account, session: SessionRecord, request: Request): string | null {
	const reason = reasonToSkip(request, session);
	if (reason) return reason;
	session.botId = chatbotByKey(account, String(request.botKey)).id;
	session.updatedAt = new Date().toISOString();
	if (request.sessionMetadata) {
		session.metadata = { ...session.metadata, ...request.sessionMetadata };
	}
	if (request.contactMetadata && session.contactId) {
		const contact = contactById(account, session.contactId);
		contact.metadata = { ...contact.metadata, ...request.contactMetadata };
	}
	return null;
}

/** The session that the request is about, opened where there is none. */
function sessionOf(account: Account, request: Request): SessionRecord {
	if (!request.botKey) throw invalid({ botKey: ['The botKey field is required.'] });
	chatbotByKey(account, request.botKey);
	const { forceStartSession, hiddenSession } = request.options ?? {};
	return targetOf(account, { ...request, options: { forceStartSession, hiddenSession } }).session;
}

/** Starts the chatbot at once. */
export function startChatbot(account: Account, request: Request): SessionRecord {
	const session = sessionOf(account, request);
	runIn(account, session, request);
	return session;
}

/** Queues the chatbot; it runs when somebody looks at its status. */
export function queueChatbot(account: Account, request: Request): ChatbotSendRecord {
	const session = sessionOf(account, request);
	const now = new Date().toISOString();
	const id = randomUUID();
	const send: ChatbotSendRecord = {
		id,
		createdAt: now,
		updatedAt: now,
		companyId: account.companyId,
		sessionId: session.id,
		status: 'QUEUED',
		senderId: request.senderId ?? null,
		statusUrl: `${account.url}/chat/v1/send/chatbot/${id}`,
		sentAt: null,
		failedReason: runIn(account, session, request),
		callbackUrl: request.callbackUrl ?? null,
		waitReply: request.options?.hiddenSession ?? false,
	};
	account.chatbotSends.push(send);
	return { ...send };
}

/** The send as it stands now: sent, or failed with its reason. */
export function chatbotSendById({ chatbotSends }: Account, id: string): ChatbotSendRecord {
	const send = chatbotSends.find((candidate) => candidate.id === id);
	if (!send) throw notFound('Registro');
	if (send.status !== 'QUEUED') return send;
	const now = new Date().toISOString();
	return send.failedReason
		? Object.assign(send, { status: 'FAILED', updatedAt: now })
		: Object.assign(send, { status: 'SENT', sentAt: now, updatedAt: now });
}
