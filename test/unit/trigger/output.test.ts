import type { IDataObject } from 'n8n-workflow';
import { deliveryIn } from '../../../nodes/WtsChat/events/delivery';
import { outputOf } from '../../../nodes/WtsChat/trigger/output';

const date = '2026-09-10T13:02:11.1260435Z';

const eventOf = (eventType: string, content: IDataObject) =>
	deliveryIn({ eventType, date, content, changeMetadata: null })!;

const begins = (eventType: string, content: IDataObject, session?: IDataObject | null) => {
	const output = outputOf(eventOf(eventType, content), true, session);
	const names = Object.keys(output);
	const beginning = names.slice(0, names.indexOf('eventType'));
	return Object.fromEntries(beginning.map((name) => [name, output[name]]));
};

const message = {
	id: 'm',
	sessionId: 's',
	text: 'Oi',
	direction: 'FROM_HUB',
	details: { from: '+5511900000001', to: '+551130000000' },
};
const contactDetails = { id: 'c', name: 'Júlia', phonenumber: '+55|11900000001' };
const JULIA = { contactName: 'Júlia', phone: '+5511900000001', contactId: 'c' };

describe('an event begins with what people use', () => {
	test.each<[string, string, IDataObject, IDataObject | null | undefined, IDataObject]>([
		[
			'a message, with the phone number that it tells',
			'MESSAGE_RECEIVED',
			message,
			undefined,
			{ text: 'Oi', from: 'contact', phone: '+5511900000001', sessionId: 's' },
		],
		[
			'a message whose session was read',
			'MESSAGE_RECEIVED',
			{ ...message, details: null },
			{ contactId: 'c', contactDetails },
			{ text: 'Oi', from: 'contact', ...JULIA, sessionId: 's' },
		],
		[
			'a message whose session could not be read',
			'MESSAGE_RECEIVED',
			message,
			null,
			{
				text: 'Oi',
				from: 'contact',
				contactName: null,
				phone: '+5511900000001',
				contactId: null,
				sessionId: 's',
			},
		],
		[
			'a message whose session does not name the contact',
			'MESSAGE_RECEIVED',
			message,
			{ contactId: 'c', contactDetails: null },
			{ text: 'Oi', from: 'contact', ...JULIA, contactName: null, sessionId: 's' },
		],
		[
			'a message to the contact',
			'MESSAGE_SENT',
			{
				...message,
				direction: 'TO_HUB',
				origin: 'BOT',
				details: { from: '+551130000000', to: '+5511900000001' },
			},
			undefined,
			{ text: 'Oi', from: 'bot', phone: '+5511900000001', sessionId: 's' },
		],
		[
			'a session',
			'SESSION_NEW',
			{ id: 's', contactId: 'c', contactDetails, origin: 'GATEWAY' },
			undefined,
			{ ...JULIA, sessionId: 's' },
		],
		[
			'a contact',
			'CONTACT_UPDATE',
			{ ...contactDetails, origin: 'CREATED_FROM_HUB' },
			undefined,
			JULIA,
		],
		[
			'a card',
			'PANEL_CARD_NEW',
			{ id: 'k', sessionId: 's', contacts: [{ id: 'c', name: 'Júlia' }] },
			undefined,
			{ contactName: 'Júlia', contactId: 'c', sessionId: 's' },
		],
		['a card without contacts', 'PANEL_CARD_NEW', { id: 'k', contacts: null }, undefined, {}],
		['a note', 'PANEL_CARD_NOTE_NEW', { text: 'Retornar' }, undefined, { text: 'Retornar' }],
		[
			'an event of which nothing is known',
			'NEWER_EVENT',
			{ text: null },
			undefined,
			{ text: null },
		],
	])('%s', (_, eventType, content, session, beginning) => {
		expect(begins(eventType, content, session)).toStrictEqual(beginning);
	});
});

test('all that came is there', () => {
	const { eventType, content } = eventOf('MESSAGE_RECEIVED', message);
	expect(outputOf(eventOf(eventType, content), true)).toMatchObject({
		eventType,
		date,
		...message,
	});
});

test('without Simplify, the event comes out as it came', () => {
	const event = eventOf('MESSAGE_RECEIVED', message);
	expect(outputOf(event, false)).toEqual(event.body);
});

test.each<[string, IDataObject, IDataObject]>([
	['what it changed', { changeMetadata: { changes: [{ property: 'status' }] } }, {}],
	['that it was caught up on', { caughtUp: true }, {}],
	['neither of them', {}, { changeMetadata: null, caughtUp: false }],
])('an event says %s, as far as there is anything to say', (_, told, silent) => {
	const body = { eventType: 'MESSAGE_UPDATED', date, content: { text: 'Oi' } };
	const output = outputOf(deliveryIn({ ...body, ...told, ...silent })!, true);
	expect(output).toMatchObject(told);
	for (const name of Object.keys(silent)) expect(output).not.toHaveProperty(name);
});

test.each<[string, IDataObject, unknown]>([
	['what was said in it', { type: 'AUDIO', details: { transcription: { text: 'Oi' } } }, 'Oi'],
	['null where nobody has written it down', { type: 'AUDIO', details: null }, null],
	['nothing of the kind where it is none', { type: 'TEXT' }, undefined],
])('an audio comes with %s', (_, content, transcription) => {
	const output = outputOf(eventOf('MESSAGE_RECEIVED', content), true);
	expect(output.transcription).toEqual(transcription);
	expect('transcription' in output).toBe(transcription !== undefined);
});

test.each<[string, IDataObject, IDataObject]>([
	[
		'of several contacts',
		{ contacts: [null, { id: 'c', name: 'Júlia' }, { id: 'd' }] },
		{ contactId: 'c' },
	],
	['of none that is known', { contacts: [null] }, {}],
	['of an object in place of a list', { contacts: { id: 'c' } }, {}],
])('a card %s begins with the first', (_, content, beginning) => {
	const { contactName, ...begun } = begins('PANEL_CARD_NEW', content);
	expect(begun).toEqual(beginning);
	expect(contactName).toBe(beginning.contactId ? 'Júlia' : undefined);
});
