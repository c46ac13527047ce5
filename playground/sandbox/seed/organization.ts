import type { Account, AgentRecord, ChannelRecord, DepartmentRecord, TagRecord } from '../account';
import { cycled, fixedId, fixedMoment, fixedPhone } from './fixed';
import { departmentName, personName } from './names';

export const COMPANY_ID = fixedId('company', 0);

const FIRST_AGENT_PHONE = 5000;

export function seedChannels(): ChannelRecord[] {
	const channels = [
		{
			type: 'CloudAPI_WhatsApp',
			platform: 'WhatsApp',
			provider: 'CloudAPI',
			humanId: '(11) 3000-0000',
		},
		{ type: 'Instagram', platform: 'Instagram', provider: 'Meta', humanId: '@lojaexemplo' },
		{ type: 'Messenger', platform: 'Messenger', provider: 'Meta', humanId: 'lojaexemplo' },
		{ type: 'WebChat', platform: 'WebChat', provider: 'WebChat', humanId: 'www.example.com' },
	] as const;
	return channels.map(({ type, platform, provider, humanId }, n) => ({
		id: fixedId('channel', n),
		createdAt: fixedMoment(n),
		updatedAt: fixedMoment(n),
		active: true,
		type,
		number: platform === 'WhatsApp' ? '551130000000' : null,
		numberFormatted: platform === 'WhatsApp' ? humanId : null,
		identity: {
			humanId,
			platform,
			provider,
			providerVariable: platform === 'WhatsApp' ? '104000000000001' : null,
			pictureUrl: `https://cdn.example.com/canais/${n + 1}.png`,
			displayName: `Loja Exemplo – ${platform}`,
		},
	}));
}

export function seedTags(): TagRecord[] {
	const tags = [
		['Lead', 'GREEN_500'],
		['Cliente', 'BLUE_500'],
		['VIP', 'PURPLE_500'],
		['Orçamento', 'YELLOW_300'],
		['Pós-venda', 'SKY_400'],
		['Inadimplente', 'RED_600'],
		['Reclamação', 'RED_300'],
		['Indicação', 'PINK_400'],
	] as const;
	return tags.map(([name, color], n) => ({
		id: fixedId('tag', n),
		createdAt: fixedMoment(n),
		updatedAt: fixedMoment(n),
		name,
		color,
	}));
}

/** Some colors of the palette with their hexadecimal values. */
export function seedTagColors(): Account['tagColors'] {
	return [
		{ color: 'GREEN_500', bgColor: '#22c55e', textColor: '#ffffff' },
		{ color: 'BLUE_500', bgColor: '#3b82f6', textColor: '#ffffff' },
		{ color: 'YELLOW_300', bgColor: '#fde047', textColor: '#713f12' },
		{ color: 'GRAY_600', bgColor: '#4b5563', textColor: '#ffffff' },
	];
}

export function seedDepartment(n: number, channels: ChannelRecord[]): DepartmentRecord {
	const name = departmentName(n);
	return {
		id: fixedId('department', n),
		companyId: COMPANY_ID,
		createdAt: fixedMoment(n),
		updatedAt: fixedMoment(n),
		name,
		description: `Equipe ${name}`,
		isDefault: n === 0,
		isPrivate: false,
		distribuitionEnabled: true,
		restrictionType: 'NONE',
		distributionConfig: {
			expirationIsEnabled: true,
			maximumDurationInMinutes: 60,
			inactivityTimeInMinutes: 15,
		},
		directLinks: null,
		channelScope: 'ALL',
		channelIds: channels.map((channel) => channel.id),
	};
}

/** Of six people, the second works in two departments and the sixth in none. */
function departmentsOf(n: number, departments: DepartmentRecord[]): DepartmentRecord[] {
	if (n % 6 === 5) return [];
	const home = cycled(departments, n);
	return n % 6 === 1 ? [home, cycled(departments, n + 1)] : [home];
}

/** Of six people, the fourth is not available. */
export function seedAgent(n: number, departments: DepartmentRecord[]): AgentRecord {
	const id = fixedId('agent', n);
	const userId = fixedId('user', n);
	const name = personName(n);
	return {
		id,
		userId,
		companyId: COMPANY_ID,
		createdAt: fixedMoment(n),
		updatedAt: fixedMoment(n),
		name,
		shortName: name.split(' ')[0]!,
		email: `atendente${n + 1}@example.com`,
		...fixedPhone(FIRST_AGENT_PHONE + n),
		profile: n === 0 ? 'Admin' : 'Agent',
		isOwner: false,
		departments: departmentsOf(n, departments).map((department) => ({
			agentId: id,
			userId,
			departmentId: department.id,
			isAgent: true,
			isSupervisor: n === 0,
		})),
		availability: n % 6 === 3 ? 'UNAVAILABLE' : 'AVAILABLE',
	};
}
