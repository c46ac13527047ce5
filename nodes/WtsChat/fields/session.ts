import type { components } from '../../../contract/types/chat';
import { unlessBlank } from '../values/blank';
import type { ChoicesOf } from './choices';
import { optionsOf } from './kinds/collection';
import { locator } from './kinds/id';
import { boolean } from './kinds/plain';
import { together } from './kinds/together';
import type { Output } from './output';
import {
	contactName,
	departmentName,
	ownSessionId,
	phone,
	serviceWindow,
	userName,
} from './properties';

export type SessionStatus = components['schemas']['SessionStatus'];
type SessionType = components['schemas']['SessionType'];
export type SessionDetail = Exclude<components['schemas']['SessionDetail'], 'Undefined'>;
export type ClassificationCategory = components['schemas']['ClassificationCategory'];

export const sessionId = locator({
	displayName: 'Session',
	name: 'sessionId',
	description: 'The session (conversation); its address in the web app works as an ID, too',
	picker: 'sessions',
}).with({
	builderHint: {
		propertyHint:
			"Use mode 'id' with the sessionId of the message or event that came in, or the id of a session that was read. The list is for people.",
	},
});

/** The session that an operation is about: that of the item, as messages, events and sessions tell it. */
export const subjectSessionId = sessionId
	.with({ default: { mode: 'id', value: '={{ $json.sessionId }}' } })
	.required(
		"Messages, events and what 'Session' gives out have it as sessionId, with 'Simplify' off as id. Or choose the session from the list.",
	);

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

/** What remains of a session that was read, when Simplify is on. */
export const sessionShortForm = [
	contactName,
	phone,
	'status',
	serviceWindow,
	departmentName,
	userName,
	'lastMessageText',
	'id',
	ownSessionId,
	'contactId',
];

/** The details of which the short form tells the names. */
const named: SessionDetail[] = ['AgentDetails', 'ContactDetails', 'DepartmentsDetails'];

/** The details to ask for, those that are chosen with those that the output needs. */
export function detailsFor(
	output: Output,
	chosen: SessionDetail[] = [],
): SessionDetail[] | undefined {
	const details = output ? [...new Set([...chosen, ...named])] : chosen;
	return details.length > 0 ? details : undefined;
}

/** What remains of a session that was changed; whose it is now comes by ID, and by name where the API tells it. */
export const changedSessionShortForm = [
	'id',
	ownSessionId,
	'number',
	'status',
	departmentName,
	userName,
	'departmentId',
	'userId',
	'contactId',
	'endAt',
];

export const stopBotInExecution = boolean({
	displayName: 'Stop Bot in Execution',
	name: 'stopBotInExecution',
	default: true,
	description: 'Whether to stop the chatbot that is running in the session',
});

/** Options of the operations that can stop the chatbot which is talking in the session. */
export const sessionOptions = together(
	{ options: optionsOf({ stopBotInExecution }) },
	({ options }) => unlessBlank(options),
);
