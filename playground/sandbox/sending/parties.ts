import { randomUUID } from 'node:crypto';
import type { components } from '../../../contract/types/chat';
import {
	agentByUserId,
	channelById,
	contactById,
	departmentById,
	sessionById,
	type Account,
	type ChannelRecord,
	type SessionRecord,
} from '../account';
import { contactOf, digitsOf } from '../contact/records';
import { invalid, notFound, platformError } from '../errors';
import { windowStatusOf } from '../time';

type Options = components['schemas']['SendOptions'];

/** Who sends what to whom: the parts of a request that name them. */
export interface Address {
	from?: string | null;
	to?: string | null;
	sessionId?: string | null;
	options?: Options;
	botKey?: string | null;
}

/** A session that a message goes into. */
export interface Target {
	session: SessionRecord;
	isNew: boolean;
}

function isNamed(channel: ChannelRecord, name: string): boolean {
	if (name.startsWith('@')) return channel.identity?.humanId === name;
	return channel.number !== null && channel.number === digitsOf(name);
}

/** The channel with this number or `@user`; the first one when none is named. */
export function channelNamed({ channels }: Account, name: string | null = null): ChannelRecord {
	const channel = channels.find((candidate) => name === null || isNamed(candidate, name));
	if (channel) return channel;
	throw platformError(500, 'FORM_ERROR', `Canal de comunicação não encontrado (${name})`);
}

/** The department that is named by ID or by name; null when none is. */
export function departmentIdOf(
	account: Account,
	department: Options['department'] = {},
): string | null {
	if (department.id) return departmentById(account, department.id).id;
	if (!department.name) return null;
	const named = account.departments.find(({ name }) => name === department.name);
	if (!named) throw notFound('Departamento');
	return named.id;
}

function userIdOf(account: Account, { id, email, phoneNumber }: Options['user'] = {}) {
	if (id) return agentByUserId(account, id).userId;
	if (!email && !phoneNumber) return null;
	const agent = account.agents.find(
		(candidate) =>
			(email && candidate.email === email) ||
			(phoneNumber && digitsOf(candidate.phoneNumber ?? '') === digitsOf(phoneNumber)),
	);
	if (!agent) throw notFound('Usuário');
	return agent.userId;
}

/** A session that a send opens; nobody has written in it, so its window is not open. */
function newSession(account: Account, contactId: string, address: Address): SessionRecord {
	const { from, options = {}, botKey } = address;
	const now = new Date().toISOString();
	const userId = userIdOf(account, options.user);
	const session: SessionRecord = {
		...account.sessions[0]!,
		id: randomUUID(),
		createdAt: now,
		updatedAt: now,
		startAt: now,
		endAt: null,
		status: options.hiddenSession ? 'HIDDEN' : userId ? 'IN_PROGRESS' : 'PENDING',
		contactId,
		channelId: channelNamed(account, from).id,
		departmentId: departmentIdOf(account, options.department),
		userId,
		number: now.replace(/\D/g, ''),
		classification: null,
		botId: options.enableBot ? (botKey ?? null) : null,
		unreadCount: 0,
		lastMessageIn: null,
		windowStatus: 'NOT_STARTED',
		metadata: null,
	};
	account.sessions.push(session);
	return session;
}

/** The session that is named, or the open one of the contact, or a new one. */
export function targetOf(account: Account, address: Address): Target {
	const { to, sessionId, options } = address;
	if (sessionId) return { session: sessionById(account, sessionId), isNew: false };
	if (!to) throw invalid({ to: ['Either to or sessionId is required.'] });

	const channel = channelNamed(account, address.from);
	const contact = contactOf(account, to);
	const open = account.sessions.find(
		({ contactId, channelId, status }) =>
			contactId === contact.id && channelId === channel.id && status !== 'COMPLETED',
	);
	if (open && !options?.forceStartSession) return { session: open, isNew: false };
	if (open) Object.assign(open, { status: 'COMPLETED', endAt: new Date().toISOString() });
	return { session: newSession(account, contact.id, address), isNew: true };
}

/** Why a message in this session cannot arrive, if so: an unreachable number, or a closed window. */
export function obstacle(
	account: Account,
	session: SessionRecord,
	isTemplate: boolean,
): string | null {
	const contact = session.contactId && contactById(account, session.contactId);
	if (contact && contact.phoneNumber?.endsWith('0000')) return 'Número sem WhatsApp.';
	const { identity } = channelById(account, session.channelId);
	const isClosed =
		identity?.platform === 'WhatsApp' && windowStatusOf(account, session) !== 'ACTIVE';
	return isClosed && !isTemplate ? 'A janela de 24 horas está fechada.' : null;
}
