import type { components as ChatContract } from '../../contract/types/chat';
import type { components as CoreContract } from '../../contract/types/core';
import { notFound } from './errors';

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
	channelIds: string[];
};

type Membership = Required<CoreSchemas['AgentDepartment']>;
export type AgentRecord = Required<Omit<CoreSchemas['Agent'], 'departments'>> & {
	departments: Membership[];
};

/** A contact; the names of its tags are kept with the tags. */
export type ContactRecord = Required<Omit<CoreSchemas['Contact'], 'tagIds' | 'tagNames'>> & {
	tagIds: string[];
};

export type ChannelRecord = Required<ChatSchemas['Channel']>;
export type TagRecord = Required<CoreSchemas['Tag']>;

/** Everything the sandbox knows; handlers read and change it in place. */
export interface Account {
	companyId: string;
	departments: DepartmentRecord[];
	agents: AgentRecord[];
	channels: ChannelRecord[];
	tags: TagRecord[];
	contacts: ContactRecord[];
	sessions: SessionRecord[];
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

export function departmentById({ departments }: Account, id: string): DepartmentRecord {
	return existing(
		departments.find((department) => department.id === id),
		'Departamento',
	);
}

export function agentByUserId({ agents }: Account, userId: string): AgentRecord {
	return existing(
		agents.find((agent) => agent.userId === userId),
		'Usuário',
	);
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
