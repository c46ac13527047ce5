import type { components } from '../../../contract/types/chat';
import {
	agentIn,
	channelById,
	contactById,
	departmentIn,
	tagNames,
	type Account,
	type SessionRecord,
} from '../account';
import { windowStatusOf } from '../time';
import { without } from '../without';

type Schemas = components['schemas'];
type Detail = Schemas['SessionDetail'];

function contactDetails(account: Account, id: string | null): Schemas['SessionContact'] | null {
	if (id === null) return null;
	const contact = contactById(account, id);
	return {
		id,
		name: contact.name,
		pictureUrl: `https://cdn.example.com/contatos/${id}.png`,
		phonenumber: contact.phoneNumber,
		phonenumberFormatted: contact.phoneNumberFormatted,
		instagram: contact.instagram,
		tagsId: contact.tagIds,
		tagsName: tagNames(account, contact.tagIds),
		status: contact.status,
	};
}

function agentDetails(account: Account, userId: string | null): Schemas['SessionAgent'] | null {
	const agent = agentIn(account, userId);
	if (!agent) return null;
	const { id, name, shortName, phoneNumber, email } = agent;
	// the file of the picture goes by the person's own id
	const picture = { pictureFileId: id, pictureUrl: `https://cdn.example.com/atendentes/${id}.png` };
	return { id, userId: agent.userId, name, shortName, phoneNumber, email, ...picture };
}

function departmentDetails(
	account: Account,
	departmentId: string | null,
): Schemas['SessionDepartment'] | null {
	const department = departmentIn(account, departmentId);
	if (!department) return null;
	const { id, companyId, name, description, isDefault } = department;
	return { id, companyId, name, description, isDefault, isSupervisor: false };
}

/** The session as the reads answer it, with the details asked for and null for the others. */
export function sessionView(
	account: Account,
	session: SessionRecord,
	details: readonly Detail[] = [],
): Schemas['Session'] {
	const asked = (detail: Detail) => details.includes(detail);
	const channel = channelById(account, session.channelId);
	return {
		...session,
		windowStatus: windowStatusOf(account, session),
		classification: asked('ClassificationDetails') ? session.classification : null,
		contactDetails: asked('ContactDetails') ? contactDetails(account, session.contactId) : null,
		agentDetails: asked('AgentDetails') ? agentDetails(account, session.userId) : null,
		channelDetails: asked('ChannelDetails') ? channel.identity : null,
		channelType: asked('ChannelTypeDetails')
			? (channel.type.toUpperCase() as Schemas['ChannelTypeCode'])
			: null,
		departmentDetails: asked('DepartmentsDetails')
			? departmentDetails(account, session.departmentId)
			: null,
	};
}

const EVERY_DETAIL: Detail[] = [
	'AgentDetails',
	'ChannelDetails',
	'ChannelTypeDetails',
	'ClassificationDetails',
	'ContactDetails',
	'DepartmentsDetails',
];

/** The session as the writes answer it; they cannot be asked for details, so it has them all. */
export function savedSession(account: Account, session: SessionRecord): Schemas['SessionV1'] {
	return without(sessionView(account, session, EVERY_DETAIL), 'type');
}
