import { randomUUID } from 'node:crypto';
import type { components } from '../../../contract/types/core';
import {
	agentByUserId,
	departmentById,
	type Account,
	type AgentRecord,
	type SessionRecord,
} from '../account';
import { phoneFields } from '../contact/records';
import { invalid } from '../errors';
import type { RequestOf } from '../operation';
import { setStatus } from '../session/changes';
import { join, leave } from './departments';

type Schemas = components['schemas'];
type Update = RequestOf<'updateAgent'>['body'];

export function addAgent(
	account: Account,
	{ name, email, phoneNumber, profile, availability }: Schemas['CreateAgentRequest'],
): AgentRecord {
	if (!email && !phoneNumber) throw invalid({ email: ['E-mail or phone number is required.'] });
	const now = new Date().toISOString();
	const agent: AgentRecord = {
		id: randomUUID(),
		userId: randomUUID(),
		companyId: account.companyId,
		createdAt: now,
		updatedAt: now,
		name,
		shortName: null,
		email: email ?? null,
		...phoneFields(phoneNumber),
		profile,
		isOwner: false,
		departments: [],
		availability: availability ?? 'AVAILABLE',
	};
	account.agents.push(agent);
	return agent;
}

/** Writes the attributes named in `fields` and no other. */
export function write(agent: AgentRecord, update: Update): void {
	const { fields, name, shortName, email, phoneNumber, profile, availability } = update;
	if (fields.includes('Name') && !name) throw invalid({ name: ['The name field is required.'] });
	Object.assign(agent, {
		...(fields.includes('Name') && { name }),
		...(fields.includes('ShortName') && { shortName: shortName ?? null }),
		...(fields.includes('Email') && { email: email ?? null }),
		...(fields.includes('PhoneNumber') && phoneFields(phoneNumber)),
		...(fields.includes('Profile') && { profile: profile ?? agent.profile }),
		...(fields.includes('Availability') && { availability: availability ?? agent.availability }),
		updatedAt: new Date().toISOString(),
	});
}

/** Changes where the person works; unknown departments are refused before anything changes. */
export function changedDepartments(
	account: Account,
	agent: AgentRecord,
	{ action, items }: Schemas['UpdateAgentDepartmentsRequest'],
): void {
	const given = items.map((item) => ({
		...item,
		departmentId: departmentById(account, item.departmentId).id,
	}));
	if (action === 'ReplaceAll') agent.departments = [];
	for (const { departmentId, ...role } of given) {
		if (action === 'Remove') leave(agent, departmentId);
		else join(agent, departmentId, role);
	}
}

/** Takes the person out of the account; the sessions in progress go where the request says. */
export function removeAgent(
	account: Account,
	gone: AgentRecord,
	{ sessionResolution, transferUserId }: Schemas['DeleteAgentRequest'] = {},
): void {
	if (sessionResolution === 'TRANSFER' && !transferUserId) {
		throw invalid({ transferUserId: ['The transferUserId field is required.'] });
	}
	const heir = transferUserId ? agentByUserId(account, transferUserId) : null;
	for (const session of account.sessions) {
		if (session.userId === gone.userId && session.status === 'IN_PROGRESS') {
			settle(session, sessionResolution, heir);
		}
	}
	account.agents = account.agents.filter((agent) => agent !== gone);
}

function settle(
	session: SessionRecord,
	resolution: Schemas['DeleteAgentRequest']['sessionResolution'],
	heir: AgentRecord | null,
): void {
	if (resolution === 'COMPLETE') {
		setStatus(session, 'COMPLETED');
	} else if (resolution === 'TRANSFER') {
		session.userId = heir?.userId ?? null;
	} else {
		// also where the request says nothing, which is not documented
		setStatus(session, 'PENDING');
		session.userId = null;
	}
}
