import type { components } from '../../../contract/types/core';
import { agentByUserId, type Account, type AgentRecord, type DepartmentRecord } from '../account';
import { invalid, notFound } from '../errors';
import type { RequestOf } from '../operation';

type Schemas = components['schemas'];
type Action = Schemas['MembershipAction'];
type Update = RequestOf<'updateDepartment'>['body'];

/** Who belongs to the department. */
export function membersOf(
	account: Account,
	departmentId: string,
): Array<Schemas['DepartmentAgent']> {
	return account.agents
		.flatMap((agent) => agent.departments)
		.filter((membership) => membership.departmentId === departmentId)
		.map(({ userId, isAgent, isSupervisor }) => ({ userId, departmentId, isAgent, isSupervisor }));
}

/** The channels that a request names by id, name or number; all of them unless it selects. */
export function channelIdsFrom(
	{ channels }: Account,
	config: Schemas['DepartmentChannelsConfig'] = {},
): Pick<DepartmentRecord, 'channelScope' | 'channelIds'> {
	const channelScope = config.scope ?? 'ALL';
	if (channelScope === 'NONE') return { channelScope, channelIds: [] };
	if (channelScope === 'ALL') return { channelScope, channelIds: channels.map(({ id }) => id) };
	const channelIds = (config.channels ?? []).map((named) => {
		const channel = channels.find(({ id, number, identity }) =>
			[id, number, identity?.displayName].includes(named),
		);
		if (!channel) throw notFound('Canal');
		return channel.id;
	});
	if (channelIds.length === 0) throw invalid({ channels: ['The channels field is required.'] });
	return { channelScope, channelIds };
}

/** Writes the attributes named in `fields` and no other. */
export function write(account: Account, department: DepartmentRecord, update: Update): void {
	const { fields, name, isDefault, distributionIsEnabled, restrictionType } = update;
	if (fields.includes('Name') && !name) throw invalid({ name: ['The name field is required.'] });
	Object.assign(department, {
		...(fields.includes('Name') && { name }),
		...(fields.includes('IsDefault') && { isDefault: isDefault ?? false }),
		...(fields.includes('DistributionIsEnabled') && {
			distribuitionEnabled: distributionIsEnabled ?? false,
		}),
		...(fields.includes('RestrictionType') && { restrictionType: restrictionType ?? 'NONE' }),
		...(fields.includes('DistributionConfig') && {
			distributionConfig: update.distributionConfig ?? null,
		}),
		...(fields.includes('ChannelsConfig') && channelIdsFrom(account, update.channelsConfig)),
		updatedAt: new Date().toISOString(),
	});
}

/** Puts the person into the department, or changes the role there. */
export function join(
	agent: AgentRecord,
	departmentId: string,
	{ isAgent = true, isSupervisor = false }: { isAgent?: boolean; isSupervisor?: boolean },
): void {
	leave(agent, departmentId);
	const { id: agentId, userId } = agent;
	agent.departments.push({ agentId, userId, departmentId, isAgent, isSupervisor });
}

export function leave(agent: AgentRecord, departmentId: string): void {
	agent.departments = agent.departments.filter(
		(membership) => membership.departmentId !== departmentId,
	);
}

/** Changes who belongs to the department; unknown people are refused before anything changes. */
export function changedMembers(
	account: Account,
	departmentId: string,
	action: Action,
	items: Array<Schemas['DepartmentAgentItem']>,
): void {
	const given = items.map((item) => ({
		...item,
		agent: agentByUserId(account, String(item.userId)),
	}));
	if (action === 'ReplaceAll') for (const agent of account.agents) leave(agent, departmentId);
	for (const { agent, ...role } of given) {
		if (action === 'Remove') leave(agent, departmentId);
		else join(agent, departmentId, role);
	}
}
