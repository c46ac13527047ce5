import type { components as ChatContract } from '../../contract/types/chat';
import type { components as CoreContract } from '../../contract/types/core';
import type { Crm, CustomFieldRecord } from './crm/records';
import { notFound } from './errors';
import type { ScheduledMessageRecord } from './scheduledMessage/records';

type ChatSchemas = ChatContract['schemas'];
type CoreSchemas = CoreContract['schemas'];

/** A session without what is embedded on request from other records. */
export type SessionRecord = Required<
	Omit<
		ChatSchemas['Session'],
		'contactDetails' | 'agentDetails' | 'channelDetails' | 'departmentDetails' | 'channelType'
	>
>;

/** A department; its members are kept with the agents. */
export type DepartmentRecord = Required<Omit<CoreSchemas['Department'], 'agents' | 'channels'>> & {
	channelScope: CoreSchemas['DepartmentChannelScope'];
	channelIds: string[];
};

type Membership = Required<CoreSchemas['AgentDepartment']>;
export type AgentRecord = Required<Omit<CoreSchemas['Agent'], 'departments'>> & {
	departments: Membership[];
};

type ElsewhereOfContact = 'tagIds' | 'tagNames' | 'portfolioIds' | 'portfolioNames';

/** A contact; the names of its tags are kept with the tags, its portfolios with the links to them. */
export type ContactRecord = Required<Omit<CoreSchemas['Contact'], ElsewhereOfContact>> & {
	tagIds: string[];
};

/** A portfolio; its contacts are kept as links. */
export type PortfolioRecord = Required<Omit<CoreSchemas['Portfolio'], 'contactsCount'>>;
export type PortfolioContactRecord = Required<
	Omit<CoreSchemas['PortfolioContact'], 'contactDetails'>
>;

export type ChatbotRecord = Required<ChatSchemas['Chatbot']>;
export type ChatbotSendRecord = Required<ChatSchemas['SendResult']>;

/** A sequence; its contacts are kept as enrolments. */
export type SequenceRecord = Required<Omit<ChatSchemas['Sequence'], 'contactExecutingCount'>>;
export type SequenceContactRecord = Required<
	Omit<ChatSchemas['SequenceContact'], 'contactDetails'>
>;

/** A message of a session; internal notes are messages of type NOTE. */
export type MessageRecord = Required<ChatSchemas['Message']>;

export type ChannelRecord = Required<ChatSchemas['Channel']>;
export type TagRecord = Required<CoreSchemas['Tag']>;

/** A webhook subscription; the words for its events are kept with the events. */
export type SubscriptionRecord = Required<Omit<CoreSchemas['WebhookSubscription'], 'events'>> & {
	events: Array<CoreSchemas['WebhookEvent']>;
};

export type TemplateRecord = Required<ChatSchemas['Template']>;

/** What is known of a message that was queued by the send family, beside the message. */
export interface SendRecord {
	messageId: string;
	callbackUrl: string | null;
	sentAt: string | null;
	waitReply: boolean;
}

export type OtpRecord = Required<ChatSchemas['OtpSendResult']>;

export type FileRecord = Required<CoreSchemas['UploadedFile']>;

/** A place for a file that is being uploaded; its size is null until its bytes are there. */
export interface TempFileRecord {
	tempFileId: string;
	type: FileRecord['type'];
	name: string;
	mimeType: string | null;
	size: number | null;
}

/** Everything the sandbox knows; handlers read and change it in place. */
export interface Account extends Crm {
	/** Where the sandbox listens; links in its answers begin with it. */
	url: string;
	companyId: string;
	/** When the sandbox began, in milliseconds; goes back when time is let pass. */
	openedAt: number;
	departments: DepartmentRecord[];
	agents: AgentRecord[];
	/** Who may not enter the account, and whose logins were ended, by user id. */
	blocked: string[];
	loggedOut: string[];
	channels: ChannelRecord[];
	tags: TagRecord[];
	tagColors: Array<CoreSchemas['TagColorOption']>;
	contactCustomFields: CustomFieldRecord[];
	contacts: ContactRecord[];
	portfolios: PortfolioRecord[];
	portfolioContacts: PortfolioContactRecord[];
	sequences: SequenceRecord[];
	sequenceContacts: SequenceContactRecord[];
	sessions: SessionRecord[];
	messages: MessageRecord[];
	sends: SendRecord[];
	/** Until when contacts see that somebody types, in milliseconds, by session id. */
	typingUntil: Map<string, number>;
	otps: OtpRecord[];
	chatbots: ChatbotRecord[];
	chatbotSends: ChatbotSendRecord[];
	scheduledMessages: ScheduledMessageRecord[];
	templates: TemplateRecord[];
	/** The buttons of templates that have some, by template id; the public API does not show them. */
	templateButtons: Map<string, string[]>;
	files: FileRecord[];
	tempFiles: TempFileRecord[];
	/** The bytes of the files that contacts have sent, by file id. */
	fileContents: Map<string, Buffer>;
	webhookEvents: Array<CoreSchemas['WebhookEventInfo']>;
	subscriptions: SubscriptionRecord[];
	officeHours: CoreSchemas['OfficeHours'];
}

function existing<Item>(record: Item | undefined, what: string): Item {
	if (!record) throw notFound(what);
	return record;
}

export function sessionById({ sessions }: Account, id: string): SessionRecord {
	return existing(
		sessions.find((session) => session.id === id),
		'Registro',
	);
}

export function messageById({ messages }: Account, id: string): MessageRecord {
	return existing(
		messages.find((message) => message.id === id),
		'Registro',
	);
}

export function sendByMessageId({ sends }: Account, messageId: string): SendRecord {
	return existing(
		sends.find((send) => send.messageId === messageId),
		'Registro',
	);
}

export function templateById({ templates }: Account, id: string): TemplateRecord {
	return existing(
		templates.find((template) => template.id === id),
		'Modelo',
	);
}

export function scheduledMessageById(
	{ scheduledMessages }: Account,
	id: string,
): ScheduledMessageRecord {
	return existing(
		scheduledMessages.find((message) => message.id === id),
		'Registro',
	);
}

export function fileById({ files }: Account, id: string): FileRecord {
	return existing(
		files.find((file) => file.id === id),
		'Arquivo',
	);
}

export function noteById(account: Account, id: string): MessageRecord {
	const message = messageById(account, id);
	return existing(message.type === 'NOTE' ? message : undefined, 'Registro');
}

export function subscriptionById({ subscriptions }: Account, id: string): SubscriptionRecord {
	return existing(
		subscriptions.find((subscription) => subscription.id === id),
		'Registro',
	);
}

export function departmentById(account: Account, id: string): DepartmentRecord {
	return existing(departmentIn(account, id), 'Departamento');
}

export function agentByUserId(account: Account, userId: string): AgentRecord {
	return existing(agentIn(account, userId), 'Usuário');
}

/** The department that a record names; undefined when it is deleted by now. */
export function departmentIn(
	{ departments }: Account,
	id: string | null,
): DepartmentRecord | undefined {
	return departments.find((department) => department.id === id);
}

/** The person that a record names; undefined when it is deleted by now. */
export function agentIn({ agents }: Account, userId: string | null): AgentRecord | undefined {
	return agents.find((agent) => agent.userId === userId);
}

export function contactById({ contacts }: Account, id: string): ContactRecord {
	return existing(
		contacts.find((contact) => contact.id === id),
		'Contato',
	);
}

export function channelById({ channels }: Account, id: string): ChannelRecord {
	return existing(
		channels.find((channel) => channel.id === id),
		'Canal',
	);
}

/** Names of the given tags, in the order of the ids. */
export function tagNames({ tags }: Account, tagIds: string[]): string[] {
	return tagIds.flatMap((id) => tags.find((tag) => tag.id === id)?.name ?? []);
}

/** Whether the person belongs to the department. */
export function isMember(agent: AgentRecord, departmentId: string | null): boolean {
	return agent.departments.some((membership) => membership.departmentId === departmentId);
}

function named<Item extends { name: string | null }>(
	records: Item[],
	kind: string,
	name: string,
): Item {
	const record = records.find((candidate) => candidate.name === name);
	if (!record) throw new Error(`The sandbox account has no ${kind} named "${name}".`);
	return record;
}

/** The department with this name; for tests and demonstrations. */
export function departmentNamed(account: Account, name: string): DepartmentRecord {
	return named(account.departments, 'department', name);
}

/** The agent with this name; for tests and demonstrations. */
export function agentNamed(account: Account, name: string): AgentRecord {
	return named(account.agents, 'agent', name);
}

/** The contact with this name; for tests and demonstrations. */
export function contactNamed(account: Account, name: string): ContactRecord {
	return named(account.contacts, 'contact', name);
}

/** The tag with this name; for tests and demonstrations. */
export function tagNamed(account: Account, name: string): TagRecord {
	return named(account.tags, 'tag', name);
}

/** The oldest session in this status; for tests and demonstrations. */
export function sessionInStatus(account: Account, status: SessionRecord['status']): SessionRecord {
	const session = account.sessions.find((candidate) => candidate.status === status);
	if (!session) throw new Error(`The sandbox account has no session in status ${status}.`);
	return session;
}
