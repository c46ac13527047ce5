import type { INodeProperties } from 'n8n-workflow';
import type { components } from '../../../contract/types/chat';
import {
	eventEntry,
	eventNames,
	eventsAbout,
	type Subject,
	type WebhookEvent,
} from '../events/names';
import { channelIds } from '../fields/channel';
import type { ChoicesOf } from '../fields/choices';
import { Input, type ValuesOf } from '../fields/field';
import { InputError } from '../fields/inputError';
import { choice, choices } from '../fields/kinds/choice';
import { filtersOf, optionsOf } from '../fields/kinds/collection';
import { dropdowns } from '../fields/kinds/id';
import { listOrIds } from '../fields/kinds/listOrId';
import { phones } from '../fields/kinds/phone';
import { boolean, number } from '../fields/kinds/plain';
import { texts } from '../fields/kinds/text';
import { panelId } from '../fields/panel';
import { receivedFileOptions } from '../fields/receivedFile';
import { tagIds } from '../fields/tag';
import type { Extent } from '../values/textMatch';
import { READABLE } from './missed';

type MessageType = components['schemas']['MessageType'];
type MessageDirection = components['schemas']['MessageDirection'];

/** Shows a field only where one of the chosen events is about any of these. */
function aboutAny(...subjects: Subject[]): INodeProperties['displayOptions'] {
	return { show: { '/events': eventsAbout(...subjects) } };
}

/** The chosen events. An expression may name events that are newer than the contract. */
const events = new Input(
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: eventNames.map((value) => {
			const { name = value, description } = eventEntry(value) ?? {};
			return { name, value, description };
		}),
		default: ['MESSAGE_RECEIVED'],
		hint: 'WTS Chat has to reach this n8n: its webhook address has to be public.',
	},
	(given): WebhookEvent[] => {
		const chosen = given.texts?.map((name) => name.trim());
		if (chosen) return [...new Set(chosen)] as WebhookEvent[];
		throw new InputError('No event is chosen', "Choose one or more under 'Trigger On'.");
	},
);

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

const filters = filtersOf({
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
			'Comma-separated words; only messages with one of them. Capitals and accents make no difference.',
	}),
	textMatchesAs: choice<Extent>({
		displayName: 'Text Matches As',
		name: 'textMatchesAs',
		displayOptions: aboutAny('message'),
		options: [
			{ name: 'Whole Word', value: 'word', description: 'It stands in the text as a word' },
			{
				name: 'Part of the Text',
				value: 'part',
				description: 'It stands anywhere in the text, also within a word',
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
	phones: phones({
		displayName: 'Contact Phone Numbers',
		name: 'phoneNumbers',
		displayOptions: aboutAny('contact', 'message', 'session'),
		placeholder: 'e.g. +55 11 90000-0001',
		description:
			'Comma-separated phone numbers, or @users on Instagram; only the contacts that they belong to',
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
		description: listOrIds('Only cards that stand in one of these steps now'),
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
			'Comma-separated names of properties; only updates that changed one of them. Updates that do not tell what they changed pass.',
	}),
});

const ofMessages = aboutAny('message');
const ofReadable = { show: { '/events': [...READABLE] } };

const options = optionsOf({
	downloadFile: receivedFileOptions.downloadFile.with({ displayOptions: ofMessages }),
	maxFileSize: receivedFileOptions.maxFileSize.with({ displayOptions: ofMessages }),
	fileField: receivedFileOptions.fileField.with({ displayOptions: ofMessages }),
	useTranscription: boolean({
		displayName: 'Use Transcription as Text',
		name: 'useTranscription',
		displayOptions: ofMessages,
		default: true,
		description:
			"Whether to give what was said in an audio as its text, where the account has audios transcribed. The execution waits for it; filter 'Text Matches' looks at it.",
	}),
	transcriptionSeconds: number({
		displayName: 'Wait for Transcription at Most (Seconds)',
		name: 'transcriptionSeconds',
		typeOptions: { minValue: 1 },
		displayOptions: ofMessages,
		default: 60,
		description:
			'How long to wait for what was said in an audio before the workflow goes on without',
	}),
	includeDetails: boolean({
		displayName: 'Include Details',
		name: 'includeDetails',
		default: true,
		description:
			"Whether to read the record through the API as well and give it as 'record'; messages come with their session, too",
	}),
	ignoreApiMessages: boolean({
		displayName: 'Ignore Messages Sent by API',
		name: 'ignoreApiMessages',
		displayOptions: { show: { '/events': ['MESSAGE_SENT', 'MESSAGE_UPDATED'] } },
		default: true,
		description:
			'Whether to pass over what this n8n, or another integration, has sent, so that a workflow does not start itself',
	}),
	passOverReplies: boolean({
		displayName: 'Pass Over Replies That an Execution Waits For',
		name: 'passOverReplies',
		displayOptions: { show: { '/events': ['MESSAGE_RECEIVED'] } },
		default: true,
		description:
			"Whether to pass over what a contact answers to 'Send and Wait for Reply', so that two workflows do not answer one message. It is on also where the option is not added.",
	}),
	ignoreRepeats: boolean({
		displayName: 'Ignore Repeated Deliveries',
		name: 'ignoreRepeats',
		default: true,
		description:
			'Whether an event that WTS Chat delivers again, which it may do even after n8n has taken it, starts the workflow only once',
	}),
	catchUp: boolean({
		displayName: 'Catch Up on Missed Events',
		name: 'catchUp',
		displayOptions: ofReadable,
		default: true,
		description:
			'Whether messages, conversations, contacts and cards that came while n8n was away, or the subscription was switched off, start the workflow afterwards',
	}),
	catchUpHours: number({
		displayName: 'Catch Up at Most (Hours)',
		name: 'catchUpHours',
		typeOptions: { minValue: 1 },
		displayOptions: ofReadable,
		default: 24,
		description: 'How old a missed event may be to start the workflow',
	}),
	catchUpEvents: number({
		displayName: 'Catch Up at Most (Events)',
		name: 'catchUpEvents',
		typeOptions: { minValue: 1 },
		displayOptions: ofReadable,
		default: 500,
		description: 'How many missed events may start the workflow at once: the newest',
	}),
});

const panel = panelId.with({
	displayOptions: { show: { events: eventsAbout('card', 'cardNote') } },
	description: 'Only cards and notes of this panel (board); empty for those of all panels',
});

/** The form of the trigger. */
export const triggerFields = {
	events,
	panelId: panel,
	simplify: boolean({
		displayName: 'Simplify',
		name: 'simplify',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	}),
	filters,
	options,
};

export type TriggerValues = ValuesOf<typeof triggerFields>;

/** What tells whether an event starts the workflow; an expression in what else there is may need the event. */
export const choosingFields = { events, panelId: panel, filters, options };

export type ChoosingValues = ValuesOf<typeof choosingFields>;
