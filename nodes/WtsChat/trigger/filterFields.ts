import type { INodeProperties } from 'n8n-workflow';
import type { components } from '../../../contract/types/chat';
import { eventsAbout, type Subject } from '../events/names';
import { channelIds } from '../fields/channel';
import type { ChoicesOf } from '../fields/choices';
import { choice, choices } from '../fields/kinds/choice';
import { filtersOf } from '../fields/kinds/collection';
import { dropdowns } from '../fields/kinds/id';
import { listOrIds } from '../fields/kinds/listOrId';
import { phones } from '../fields/kinds/phone';
import { boolean } from '../fields/kinds/plain';
import { texts } from '../fields/kinds/text';
import { tagIds } from '../fields/tag';
import type { Extent } from '../values/textMatch';

type MessageType = components['schemas']['MessageType'];
type MessageDirection = components['schemas']['MessageDirection'];

/** Shows a field only where one of the chosen events is about any of these. */
export function aboutAny(...subjects: Subject[]): INodeProperties['displayOptions'] {
	return { show: { '/events': eventsAbout(...subjects) } };
}

/** Shows a field only where messages of contacts start the workflow. */
export const ofReceived = { show: { '/events': ['MESSAGE_RECEIVED'] } };

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

/** Which events start the workflow. */
export const filters = filtersOf({
	messageTypes: choices({
		displayName: 'Message Types',
		name: 'messageTypes',
		displayOptions: aboutAny('message'),
		options: messageTypes,
		description: 'Only messages of these types; empty for all but internal notes',
	}),
	textMatches: texts({
		displayName: 'Text Matches',
		name: 'textMatches',
		displayOptions: aboutAny('message'),
		placeholder: 'e.g. sair,parar,não quero mais',
		description:
			'Only messages with one of these comma-separated words; capitals and accents make no difference',
	}),
	textMatchesAs: choice<Extent>({
		displayName: 'Text Matches As',
		name: 'textMatchesAs',
		displayOptions: aboutAny('message'),
		options: [
			{ name: 'Whole Word', value: 'word', description: 'The text has it as a word' },
			{
				name: 'Part of the Text',
				value: 'part',
				description: 'The text has it anywhere, also within a word',
			},
			{ name: 'Whole Text', value: 'all', description: 'The text is nothing else' },
		],
		default: 'word',
		description: "How 'Text Matches' looks for its words; as whole words unless this is added",
	}),
	firstConversation: choice({
		displayName: 'First Conversation',
		name: 'firstConversation',
		displayOptions: aboutAny('message', 'session'),
		options: [
			{ name: "Only a Contact's First", value: 'first' },
			{ name: 'Only Later Ones', value: 'later' },
		],
		default: 'first',
		description: 'Only conversations of contacts that have had none before, or only the others',
	}),
	officeHours: choice({
		displayName: 'Office Hours',
		name: 'officeHours',
		options: [
			{ name: 'Inside', value: 'inside' },
			{ name: 'Outside', value: 'outside' },
		],
		default: 'inside',
		description: "Only what happened inside, or outside, the account's office hours",
	}),
	direction: choice({
		displayName: 'Message Direction',
		name: 'direction',
		displayOptions: { show: { '/events': ['MESSAGE_UPDATED'] } },
		options: directions,
		default: 'FROM_HUB',
		description: 'Only updates of messages that went this way',
	}),
	channelIds: channelIds.with({
		displayOptions: aboutAny('message', 'session', 'template'),
		description: listOrIds('Only these channels (numbers and pages)'),
	}),
	departmentIds: dropdowns('departments', {
		displayName: 'Departments',
		name: 'departmentIds',
		displayOptions: aboutAny('message', 'session'),
		description: listOrIds('Only conversations of these departments (teams)'),
	}),
	userIds: dropdowns('allUsers', {
		displayName: 'Users',
		name: 'userIds',
		displayOptions: aboutAny('card', 'cardNote', 'message', 'session'),
		description: listOrIds(
			'Only what belongs to these users (agents): their conversations, their cards, their notes',
		),
	}),
	onlyUnassigned: boolean({
		displayName: 'Only While Unassigned',
		name: 'onlyUnassigned',
		displayOptions: { show: { '/events': ['MESSAGE_RECEIVED', ...eventsAbout('session')] } },
		default: true,
		description: 'Whether to take only conversations that no user (agent) is assigned to',
	}),
	phones: phones({
		displayName: 'Contact Phone Numbers',
		name: 'phoneNumbers',
		displayOptions: aboutAny('contact', 'message', 'session'),
		placeholder: 'e.g. +55 11 90000-0001',
		description: 'Only the contacts with these comma-separated phone numbers or Instagram @users',
	}),
	tagIds: tagIds.with({
		displayName: 'Contact Tags',
		displayOptions: aboutAny('contact', 'message', 'session'),
		description: listOrIds('Only contacts with one of these tags'),
	}),
	stepIds: dropdowns('steps', {
		displayName: 'Steps',
		name: 'stepIds',
		typeOptions: { loadOptionsDependsOn: ['panelId.value'] },
		displayOptions: aboutAny('card'),
		description: listOrIds('Only cards in one of these steps'),
	}),
	cardTagIds: dropdowns('panelTags', {
		displayName: 'Card Tags',
		name: 'cardTagIds',
		typeOptions: { loadOptionsDependsOn: ['panelId.value'] },
		displayOptions: aboutAny('card'),
		description: listOrIds('Only cards with one of these tags of the panel'),
	}),
	changedProperties: texts({
		displayName: 'Changed Properties',
		name: 'changedProperties',
		displayOptions: aboutAny('card', 'contact', 'message', 'session'),
		placeholder: 'e.g. Status,DepartmentId',
		description:
			'Only updates that changed one of these comma-separated properties. Updates that do not tell what they changed pass.',
	}),
});
