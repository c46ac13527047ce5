import {
	NodeHelpers,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyOptions,
} from 'n8n-workflow';
import { wtsChatTrigger } from '../../support/nodes';

const { description } = wtsChatTrigger;

function fieldNamed(name: string): INodeProperties {
	const field = description.properties.find((candidate) => candidate.name === name);
	if (!field) throw new Error(`The form has no field ${name}`);
	return field;
}

/** The defaults of the form, as a new node has them, with these events. */
const formWith = (events: string[]): INodeParameters => ({ events, filters: {}, options: {} });

/** What the editor offers in a collection when these events are chosen. */
function offered(collection: 'filters' | 'options', events: string[]): string[] {
	const members = fieldNamed(collection).options as INodeProperties[];
	return members
		.filter((member) =>
			NodeHelpers.displayParameter({}, member, { typeVersion: 1 }, description, formWith(events)),
		)
		.map(({ name }) => name);
}

const MESSAGE = [
	'changedProperties',
	'channelIds',
	'phoneNumbers',
	'tagIds',
	'departmentIds',
	'firstConversation',
	'messageTypes',
	'officeHours',
	'textMatches',
	'textMatchesAs',
	'userIds',
];
const SESSION = [
	'onlyUnassigned',
	'changedProperties',
	'channelIds',
	'phoneNumbers',
	'tagIds',
	'departmentIds',
	'firstConversation',
	'officeHours',
	'userIds',
];
const CONTACT = ['changedProperties', 'officeHours', 'phoneNumbers', 'tagIds'];
const CARD = ['cardTagIds', 'changedProperties', 'officeHours', 'stepIds', 'userIds'];

const FOR_ALL = ['ignoreRepeats', 'includeDetails'];
const FOR_MISSED = ['catchUp', 'catchUpEvents', 'catchUpHours'];
const FOR_FILES = ['downloadFile', 'maxFileSize', 'fileField'];
const FOR_AUDIOS = ['transcriptionSeconds', 'useTranscription'];
const FOR_MESSAGES = [...FOR_FILES, ...FOR_AUDIOS, 'readContact'];
const FOR_RECEIVED = [
	'mostSeconds',
	'passOverReplies',
	'personAnswers',
	'personKey',
	'personMinutes',
	'quietSeconds',
];

test.each<[event: string, filters: string[], options: string[]]>([
	['CONTACT_NEW', CONTACT, [...FOR_ALL, ...FOR_MISSED]],
	['CONTACT_TAG_UPDATE', CONTACT, FOR_ALL],
	['CONTACT_UPDATE', CONTACT, FOR_ALL],
	[
		'MESSAGE_RECEIVED',
		[...MESSAGE, 'onlyUnassigned'],
		[...FOR_ALL, ...FOR_MISSED, ...FOR_MESSAGES, ...FOR_RECEIVED],
	],
	['MESSAGE_SENT', MESSAGE, ['ignoreApiMessages', ...FOR_ALL, ...FOR_MISSED, ...FOR_MESSAGES]],
	[
		'MESSAGE_UPDATED',
		[...MESSAGE, 'direction'],
		['ignoreApiMessages', ...FOR_ALL, ...FOR_MESSAGES],
	],
	['PANEL_CARD_NEW', CARD, [...FOR_ALL, ...FOR_MISSED]],
	['PANEL_CARD_NOTE_NEW', ['officeHours', 'userIds'], FOR_ALL],
	['PANEL_CARD_NOTE_UPDATE', ['officeHours', 'userIds'], FOR_ALL],
	['PANEL_CARD_STEP_CHANGE', CARD, FOR_ALL],
	['PANEL_CARD_UPDATE', CARD, FOR_ALL],
	['PAYMENT_NEW', ['officeHours'], FOR_ALL],
	['PAYMENT_UPDATE', ['officeHours'], FOR_ALL],
	['CONTACT_SILENT', SESSION, [...FOR_ALL, ...FOR_MISSED]],
	['CONTACT_UNANSWERED', SESSION, [...FOR_ALL, ...FOR_MISSED]],
	['WINDOW_CLOSING', SESSION, [...FOR_ALL, ...FOR_MISSED]],
	['SESSION_COMPLETE', SESSION, [...FOR_ALL, ...FOR_MISSED]],
	['SESSION_NEW', SESSION, [...FOR_ALL, ...FOR_MISSED]],
	['SESSION_UPDATE', SESSION, FOR_ALL],
	['TEMPLATE_NEW', ['channelIds', 'officeHours'], FOR_ALL],
	['TEMPLATE_UPDATE', ['channelIds', 'officeHours'], FOR_ALL],
])('%s offers the filters and options that concern it', (event, filters, options) => {
	expect(offered('filters', [event]).sort()).toEqual([...filters].sort());
	expect(offered('options', [event]).sort()).toEqual([...options].sort());
});

test('several events offer what concerns any of them', () => {
	expect(offered('filters', ['TEMPLATE_NEW', 'CONTACT_NEW']).sort()).toEqual(
		[...CONTACT, 'channelIds'].sort(),
	);
});

test('the panel is asked for where cards or their notes are listened to, and may stay empty', () => {
	const panel = fieldNamed('panelId');
	const isShown = (event: string) =>
		NodeHelpers.displayParameter(formWith([event]), panel, { typeVersion: 1 }, description);
	expect(panel.required).toBeFalsy();
	expect(['PANEL_CARD_NEW', 'PANEL_CARD_NOTE_UPDATE'].map(isShown)).toEqual([true, true]);
	expect(['MESSAGE_RECEIVED', 'SESSION_NEW', 'CONTACT_NEW'].map(isShown)).toEqual([
		false,
		false,
		false,
	]);
});

test('how long is asked for where silences are looked for', () => {
	const isShown = (name: string, event: string) =>
		NodeHelpers.displayParameter(
			formWith([event]),
			fieldNamed(name),
			{ typeVersion: 1 },
			description,
		);
	for (const name of ['minutes', 'officeHoursOnly']) {
		expect(['CONTACT_SILENT', 'WINDOW_CLOSING'].map((event) => isShown(name, event))).toEqual([
			true,
			true,
		]);
		expect(isShown(name, 'SESSION_NEW')).toBe(false);
	}
});

test('the events stand by use, each with the words for it', () => {
	const events = fieldNamed('events').options as INodePropertyOptions[];
	expect(events.map(({ name, value }) => `${name}: ${value}`)).toEqual([
		'Message Received: MESSAGE_RECEIVED',
		'Message Sent: MESSAGE_SENT',
		'Message Updated: MESSAGE_UPDATED',
		'Session Created: SESSION_NEW',
		'Session Updated: SESSION_UPDATE',
		'Session Completed: SESSION_COMPLETE',
		'Contact Created: CONTACT_NEW',
		'Contact Updated: CONTACT_UPDATE',
		'Contact Tags Updated: CONTACT_TAG_UPDATE',
		'Card Created: PANEL_CARD_NEW',
		'Card Updated: PANEL_CARD_UPDATE',
		'Card Changed Step: PANEL_CARD_STEP_CHANGE',
		'Card Note Created: PANEL_CARD_NOTE_NEW',
		'Card Note Updated: PANEL_CARD_NOTE_UPDATE',
		'Template Created: TEMPLATE_NEW',
		'Template Updated: TEMPLATE_UPDATE',
		'Payment Created: PAYMENT_NEW',
		'Payment Updated: PAYMENT_UPDATE',
		'Contact Went Silent: CONTACT_SILENT',
		'Contact Is Unanswered: CONTACT_UNANSWERED',
		'24-Hour Window Closes Soon: WINDOW_CLOSING',
	]);
});

test('a new trigger listens for the messages of contacts', () => {
	expect(fieldNamed('events').default).toEqual(['MESSAGE_RECEIVED']);
});
