import type { INodeProperties } from 'n8n-workflow';
import type { components } from '../../../contract/types/chat';
import { eventFace, eventNames, eventsAbout, type Subject } from '../events/names';
import { channelIds } from '../fields/channel';
import type { ChoicesOf } from '../fields/choices';
import { filtersOf, optionsOf } from '../fields/collections';
import { panelId } from '../fields/panel';
import { downloadFile, fileField, maxFileSize } from '../fields/receivedFile';
import { tagIds } from '../fields/tag';
import { READABLE } from './missed';

type MessageType = components['schemas']['MessageType'];
type MessageDirection = components['schemas']['MessageDirection'];

/** Shows a field only where one of the chosen events is about any of these. */
function aboutAny(...subjects: Subject[]): INodeProperties['displayOptions'] {
	return { show: { '/events': eventsAbout(...subjects) } };
}

const events: INodeProperties = {
	displayName: 'Trigger On',
	name: 'events',
	type: 'multiOptions',
	required: true,
	options: eventNames
		.map((value) => {
			const { name = value, description } = eventFace(value) ?? {};
			return { name, value, description };
		})
		.sort((one, other) => one.name.localeCompare(other.name)),
	default: ['MESSAGE_RECEIVED'],
	hint: 'WTS Chat has to reach this n8n: its webhook address has to be public.',
};

const panel: INodeProperties = {
	...panelId,
	displayName: 'Panel',
	required: undefined,
	displayOptions: { show: { events: eventsAbout('card', 'cardNote') } },
	description: 'Only cards and notes of this panel (board); empty for those of all panels',
};

const messageTypes: ChoicesOf<MessageType> = [
	{ name: 'Audio', value: 'AUDIO' },
	{ name: 'Buttons', value: 'BUTTONS' },
	{ name: 'Contact', value: 'CONTACT' },
	{ name: 'Document', value: 'DOCUMENT' },
	{ name: 'Image', value: 'IMAGE' },
	{ name: 'List', value: 'LIST' },
	{ name: 'Location', value: 'LOCATION' },
	{ name: 'Note (Internal)', value: 'NOTE' },
	{ name: 'Sticker', value: 'STICKER' },
	{ name: 'Text', value: 'TEXT' },
	{ name: 'Track', value: 'TRACK' },
	{ name: 'Transition', value: 'TRANSITION' },
	{ name: 'Video', value: 'VIDEO' },
];

const directions: ChoicesOf<MessageDirection> = [
	{ name: 'From the Contact', value: 'FROM_HUB' },
	{ name: 'To the Contact', value: 'TO_HUB' },
];

const filters = filtersOf([
	{
		displayName: 'Card Tag Names or IDs',
		name: 'cardTagIds',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getPanelTags', loadOptionsDependsOn: ['panelId.value'] },
		displayOptions: aboutAny('card'),
		default: [],
		description:
			'Only cards with one of these tags of the panel. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Changed Properties',
		name: 'changedProperties',
		type: 'string',
		displayOptions: aboutAny('card', 'contact', 'message', 'session'),
		default: '',
		placeholder: 'e.g. Status,DepartmentId',
		description:
			'Comma-separated names of properties; only updates that changed one of them. Updates that do not tell what they changed pass.',
	},
	{
		...channelIds,
		displayOptions: aboutAny('message', 'session', 'template'),
		description:
			'Only these channels (numbers and pages). Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Contact Phone Numbers',
		name: 'phoneNumbers',
		type: 'string',
		displayOptions: aboutAny('contact', 'message', 'session'),
		default: '',
		placeholder: 'e.g. +55 11 90000-0001',
		description:
			'Comma-separated phone numbers, or @users on Instagram; only the contacts that they belong to',
	},
	{
		...tagIds,
		displayName: 'Contact Tag Names or IDs',
		displayOptions: aboutAny('contact', 'message', 'session'),
		description:
			'Only contacts with one of these tags. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Department Names or IDs',
		name: 'departmentIds',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getDepartments' },
		displayOptions: aboutAny('message', 'session'),
		default: [],
		description:
			'Only conversations of these departments (teams). Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Message Direction',
		name: 'direction',
		type: 'options',
		displayOptions: { show: { '/events': ['MESSAGE_UPDATED'] } },
		options: directions,
		default: 'FROM_HUB',
		description: 'Only updates of messages that went this way',
	},
	{
		displayName: 'Message Types',
		name: 'messageTypes',
		type: 'multiOptions',
		displayOptions: aboutAny('message'),
		options: messageTypes,
		default: [],
		description: 'Only messages of these types; empty for all but internal notes',
	},
	{
		displayName: 'Step Names or IDs',
		name: 'stepIds',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getPanelSteps', loadOptionsDependsOn: ['panelId.value'] },
		displayOptions: aboutAny('card'),
		default: [],
		description:
			'Only cards that stand in one of these steps now. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'User Names or IDs',
		name: 'userIds',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getAllUsers' },
		displayOptions: aboutAny('card', 'cardNote', 'message', 'session'),
		default: [],
		description:
			'Only what belongs to these users (agents): their conversations, their cards, their notes. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
]);

const options = optionsOf([
	{
		displayName: 'Catch Up at Most (Events)',
		name: 'catchUpEvents',
		type: 'number',
		typeOptions: { minValue: 1 },
		displayOptions: { show: { '/events': [...READABLE] } },
		default: 500,
		description: 'How many missed events may start the workflow at once: the newest',
	},
	{
		displayName: 'Catch Up at Most (Hours)',
		name: 'catchUpHours',
		type: 'number',
		typeOptions: { minValue: 1 },
		displayOptions: { show: { '/events': [...READABLE] } },
		default: 24,
		description: 'How old a missed event may be to start the workflow',
	},
	{
		displayName: 'Catch Up on Missed Events',
		name: 'catchUp',
		type: 'boolean',
		displayOptions: { show: { '/events': [...READABLE] } },
		default: true,
		description:
			'Whether messages, conversations, contacts and cards that came while n8n was away, or the subscription was switched off, start the workflow afterwards',
	},
	{ ...downloadFile, displayOptions: aboutAny('message') },
	{
		displayName: 'Ignore Messages Sent by API',
		name: 'ignoreApiMessages',
		type: 'boolean',
		displayOptions: { show: { '/events': ['MESSAGE_SENT', 'MESSAGE_UPDATED'] } },
		default: true,
		description:
			'Whether to pass over what this n8n, or another integration, has sent, so that a workflow does not start itself',
	},
	{
		displayName: 'Ignore Repeated Deliveries',
		name: 'ignoreRepeats',
		type: 'boolean',
		default: true,
		description:
			'Whether an event that WTS Chat delivers again, which it may do even after n8n has taken it, starts the workflow only once',
	},
	{
		displayName: 'Include Details',
		name: 'includeDetails',
		type: 'boolean',
		default: true,
		description:
			"Whether to read the record through the API as well and give it as 'record'; messages come with their session, too",
	},
	{ ...maxFileSize, displayOptions: aboutAny('message') },
	{
		displayName: 'Pass Over Replies That an Execution Waits For',
		name: 'passOverReplies',
		type: 'boolean',
		displayOptions: { show: { '/events': ['MESSAGE_RECEIVED'] } },
		default: true,
		description:
			"Whether to pass over what a contact answers to 'Send and Wait for Reply', so that two workflows do not answer one message. It is on also where the option is not added.",
	},
	{ ...fileField, displayOptions: aboutAny('message') },
]);

const simplify: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** The form of the trigger. */
export const triggerForm: INodeProperties[] = [events, panel, simplify, filters, options];
