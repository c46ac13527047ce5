import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../../../playground/sandbox';
import type { Forms } from './form';

const values = ({ account }: Sandbox): IDataObject => ({
	channelIds: [account.channels[0]?.id],
	channelScope: 'SELECTED',
	distributionIsEnabled: true,
	expirationIsEnabled: true,
	inactivityTimeInMinutes: 10,
	isDefault: false,
	maximumDurationInMinutes: 45,
	restrictionType: 'USER_RESTRICTION',
});

const members = ({ account }: Sandbox): IDataObject => ({
	member: [
		{ userId: account.agents[0]?.userId, isAgent: true, isSupervisor: true },
		{ userId: account.agents[4]?.userId, isAgent: true, isSupervisor: false },
	],
});

const first = ({ account }: Sandbox) => ({ departmentId: account.departments[0]?.id });

export const department: Forms = {
	create: (sandbox) => [
		{
			parameters: {
				name: 'Ouvidoria',
				members: members(sandbox),
				simplify: false,
				additionalFields: values(sandbox),
			},
		},
	],
	delete: (sandbox) => [{ parameters: first(sandbox) }],
	get: (sandbox) => [
		{
			parameters: {
				...first(sandbox),
				simplify: false,
				options: { includeDetails: ['Agents', 'Channels'] },
			},
		},
	],
	getChannels: (sandbox) => [{ parameters: first(sandbox) }],
	getMany: () => [{ parameters: { returnAll: true, simplify: false } }, { parameters: { limit: 2 } }],
	update: (sandbox) => [
		{
			parameters: {
				...first(sandbox),
				simplify: false,
				updateFields: { ...values(sandbox), name: 'Vendas' },
			},
		},
	],
	updateMembers: (sandbox) => [
		{
			parameters: {
				...first(sandbox),
				membershipAction: 'ReplaceAll',
				members: members(sandbox),
			},
		},
	],
};
