import type { INodeProperties } from 'n8n-workflow';
import type { components } from '../../../contract/types/chat';
import { optionsOf } from './collections';
import { unlessBlank, type ItemParameters } from './itemParameters';
import type { ChoicesOf } from './choices';
import { locator } from './locator';

export type SessionStatus = components['schemas']['SessionStatus'];
export type SessionType = components['schemas']['SessionType'];
export type SessionDetail = Exclude<components['schemas']['SessionDetail'], 'Undefined'>;
export type ClassificationCategory = components['schemas']['ClassificationCategory'];

export const sessionId = locator({
	displayName: 'Session ID',
	name: 'sessionId',
	description: 'The session (conversation); its address in the web app works as an ID, too',
	searchListMethod: 'searchSessions',
});

export const sessionStatuses: ChoicesOf<SessionStatus> = [
	{ name: 'Completed', value: 'COMPLETED' },
	{ name: 'Hidden', value: 'HIDDEN' },
	{ name: 'In Progress', value: 'IN_PROGRESS' },
	{ name: 'Pending', value: 'PENDING' },
	{ name: 'Started', value: 'STARTED' },
	{ name: 'Undefined', value: 'UNDEFINED' },
];

export const sessionTypes: ChoicesOf<SessionType> = [
	{ name: 'Group', value: 'GROUP' },
	{ name: 'Individual', value: 'INDIVIDUAL' },
];

export const classificationCategories: ChoicesOf<ClassificationCategory> = [
	{ name: 'Info', value: 'INFO' },
	{ name: 'Lost', value: 'LOST' },
	{ name: 'Other', value: 'OTHER' },
	{ name: 'Undefined', value: 'UNDEFINED' },
	{ name: 'Won', value: 'WON' },
];

export const sessionDetails: ChoicesOf<SessionDetail> = [
	{ name: 'Agent', value: 'AgentDetails' },
	{ name: 'Channel', value: 'ChannelDetails' },
	{ name: 'Channel Type', value: 'ChannelTypeDetails' },
	{ name: 'Classification', value: 'ClassificationDetails' },
	{ name: 'Contact', value: 'ContactDetails' },
	{ name: 'Department', value: 'DepartmentsDetails' },
];

/** What remains of a session when Simplify is on. */
export const sessionShortForm = [
	'id',
	'number',
	'status',
	'contactId',
	'departmentId',
	'userId',
	'channelId',
	'createdAt',
	'endAt',
	'lastMessageText',
];

export const stopBotInExecution: INodeProperties = {
	displayName: 'Stop Bot in Execution',
	name: 'stopBotInExecution',
	type: 'boolean',
	default: true,
	description: 'Whether to stop the chatbot that is running in the session',
};

/** Options of the operations that can stop the chatbot which is talking in the session. */
export const sessionOptions: INodeProperties = optionsOf([stopBotInExecution]);

export function sessionOptionsFrom(parameters: ItemParameters) {
	const options = parameters.group('options');
	return unlessBlank({ stopBotInExecution: options.boolean('stopBotInExecution') });
}
