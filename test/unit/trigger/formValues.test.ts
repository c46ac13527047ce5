import { blanks, refusalOf } from '../fields/support';
import { chosen, type Form } from './chosen';

test.each<[unknown, string[]]>([
	[
		['SESSION_NEW', 'CONTACT_SILENT'],
		['SESSION_NEW', 'CONTACT_SILENT'],
	],
	['SESSION_NEW, WALLET_NEW', ['SESSION_NEW', 'WALLET_NEW']],
	[
		[' SESSION_NEW ', '" CONTACT_NEW "', 'SESSION_NEW'],
		['SESSION_NEW', 'CONTACT_NEW'],
	],
])('events given as %j are %j, each once', (events, expected) => {
	expect(chosen({ events }).events).toEqual(expected);
});

test.each([...blanks, [], [''], ','])('no event is chosen by %j', (events) => {
	expect(refusalOf(() => chosen({ events }))).toMatchObject({
		message: 'No event is chosen',
		remedy: "Choose one or more under 'Trigger On'.",
	});
});

test.each<[unknown, number | undefined]>([
	[30, 30],
	['0,5', 0.5],
	[10_080, 10_080],
	['', undefined],
])('a silence of %j minutes lasts %j', (minutes, expected) => {
	expect(chosen({ minutes }).minutes).toBe(expected);
});

test.each([0, -1, 10_081])('no silence lasts %d minutes', (minutes) => {
	expect(refusalOf(() => chosen({ minutes }))).toMatchObject({
		message: "'Minutes' has to be more than nothing and no more than 10080",
		remedy: `Its value is now ${minutes}.`,
	});
});

test.each<[Form, string]>([
	[{ options: { transcriptionSeconds: 0 } }, 'Wait for Transcription at Most (Seconds)'],
	[{ options: { catchUpHours: 0.5 } }, 'Catch Up at Most (Hours)'],
	[{ options: { catchUpEvents: 0 } }, 'Catch Up at Most (Events)'],
	[{ options: { personMinutes: 0 } }, 'Person Wrote Within (Minutes)'],
	[{ options: { personAnswers: ['speaks'] } }, 'Pass Over While a Person Answers'],
	[{ filters: { messageTypes: ['FAX'] } }, 'Message Types'],
	[{ filters: { textMatchesAs: 'letter' } }, 'Text Matches As'],
	[{ filters: { firstConversation: 'second' } }, 'First Conversation'],
	[{ filters: { officeHours: 'both' } }, 'Office Hours'],
	[{ filters: { direction: 'UP' } }, 'Message Direction'],
	[{ filters: { onlyUnassigned: 'maybe' } }, 'Only While Unassigned'],
	[{ filters: { phoneNumbers: '12' } }, 'Contact Phone Numbers'],
])('what cannot be read, as in %j, is refused by its label', (form, label) => {
	expect(refusalOf(() => chosen(form)).message).toContain(`'${label}'`);
});

test('what is chosen is read as it is meant', () => {
	const filters = {
		messageTypes: 'TEXT, AUDIO',
		textMatches: 'sair, não quero mais',
		firstConversation: 'later',
		officeHours: 'outside',
		direction: 'TO_HUB',
		onlyUnassigned: 'true',
		phoneNumbers: '+55 11 90000-0001, ana.souza',
	};
	expect(chosen({ filters }).filters).toMatchObject({
		messageTypes: ['TEXT', 'AUDIO'],
		textMatches: ['sair', 'não quero mais'],
		firstConversation: 'later',
		officeHours: 'outside',
		direction: 'TO_HUB',
		onlyUnassigned: true,
		phones: ['5511900000001', '@ana.souza'],
	});
});
