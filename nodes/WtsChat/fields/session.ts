import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { components } from '../../../contract/types/chat';
import { unlessBlank, type ItemParameters } from './itemParameters';

export type SessionStatus = components['schemas']['SessionStatus'];
export type ClassificationCategory = components['schemas']['ClassificationCategory'];

/** Options whose values are those of an enum of the contract. */
type ChoicesOf<Value extends string> = Array<INodePropertyOptions & { value: Value }>;

export const sessionId: INodeProperties = {
	displayName: 'Session ID',
	name: 'sessionId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10',
	description: 'ID of the session (conversation); its address in the web app works as well',
};

export const sessionStatuses: ChoicesOf<SessionStatus> = [
	{ name: 'Completed', value: 'COMPLETED' },
	{ name: 'Hidden', value: 'HIDDEN' },
	{ name: 'In Progress', value: 'IN_PROGRESS' },
	{ name: 'Pending', value: 'PENDING' },
	{ name: 'Started', value: 'STARTED' },
	{ name: 'Undefined', value: 'UNDEFINED' },
];

export const classificationCategories: ChoicesOf<ClassificationCategory> = [
	{ name: 'Info', value: 'INFO' },
	{ name: 'Lost', value: 'LOST' },
	{ name: 'Other', value: 'OTHER' },
	{ name: 'Undefined', value: 'UNDEFINED' },
	{ name: 'Won', value: 'WON' },
];

/** Options of the operations that can stop the chatbot which is talking in the session. */
export const sessionOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Stop Bot in Execution',
			name: 'stopBotInExecution',
			type: 'boolean',
			default: true,
			description: 'Whether to stop the chatbot that is running in the session',
		},
	],
};

export function sessionOptionsFrom(parameters: ItemParameters) {
	const options = parameters.group('options');
	return unlessBlank({ stopBotInExecution: options.boolean('stopBotInExecution') });
}
