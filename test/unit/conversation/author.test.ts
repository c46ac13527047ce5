import { authorOf, isAnswer, isFromContact } from '../../../nodes/WtsChat/conversation/author';
import type { Message } from '../../../nodes/WtsChat/conversation/records';
import { api, bot, campaign, contact, officeHours, stranger, user } from './support';

const OUT = 'TO_HUB';

test.each<[string, string, Message]>([
	['the contact', 'contact', { direction: 'FROM_HUB', origin: 'GATEWAY' }],
	['the contact, whatever its origin', 'contact', { direction: 'FROM_HUB', origin: 'DEFAULT' }],
	['the contact, by its origin alone', 'contact', { origin: 'GATEWAY' }],
	['a user', 'user', { direction: OUT, origin: 'DEFAULT', userId: 'ana' }],
	['a user, by the origin alone', 'user', { origin: 'DEFAULT', userId: 'ana' }],
	['a chatbot', 'bot', { direction: OUT, origin: 'BOT' }],
	['the API', 'api', { direction: OUT, origin: 'API' }],
	['the API in the name of a user', 'api', { direction: OUT, origin: 'API', userId: 'ana' }],
	['a campaign', 'campaign', { direction: OUT, origin: 'CAMPAIGN' }],
	['WTS Chat, about its hours', 'platform', { direction: OUT, origin: 'OFFICE_HOURS' }],
	['WTS Chat, about a payment', 'platform', { direction: OUT, origin: 'PAYMENT' }],
	['a person whom nobody names', 'unknown', { direction: OUT, origin: 'DEFAULT', userId: null }],
	['a person with a blank name', 'unknown', { direction: OUT, origin: 'DEFAULT', userId: '' }],
	['the phone of the team', 'unknown', { direction: OUT, origin: 'GATEWAY', userId: 'ana' }],
	['a new kind of sender', 'unknown', { direction: OUT, origin: 'TELEPATHY' }],
	['several kinds at once', 'unknown', { direction: OUT, origin: ['BOT'] }],
	['a property of every object', 'unknown', { direction: OUT, origin: 'constructor' }],
	['nobody who is named', 'unknown', { direction: OUT }],
	['nothing at all', 'unknown', {}],
	['an unknown direction', 'unknown', { direction: 'SIDEWAYS', origin: 'GATEWAY' }],
])('a message of %s is from %s', (_, author, message) => {
	expect(authorOf(message)).toBe(author);
});

test.each<[string, Message, { answers: boolean; isContacts: boolean }]>([
	['of the contact', contact(1), { answers: false, isContacts: true }],
	[
		'that the contact deleted',
		contact(1, { status: 'DELETED' }),
		{ answers: false, isContacts: false },
	],
	['that tells of a visit', contact(1, { type: 'TRACK' }), { answers: false, isContacts: false }],
	['of a new kind', contact(1, { type: 'HOLOGRAM' }), { answers: false, isContacts: true }],
	['of a user', user(1), { answers: true, isContacts: false }],
	['that only the team sees', user(1, { type: 'NOTE' }), { answers: false, isContacts: false }],
	[
		'that tells of a transfer',
		user(1, { type: 'TRANSITION' }),
		{ answers: false, isContacts: false },
	],
	['that a user took back', user(1, { status: 'DELETED' }), { answers: false, isContacts: false }],
	['that failed', api(1, { status: 'FAILED' }), { answers: false, isContacts: false }],
	['that is on its way', api(1, { status: 'QUEUED' }), { answers: true, isContacts: false }],
	['of a chatbot', bot(1), { answers: true, isContacts: false }],
	['of somebody unknown', stranger(1), { answers: true, isContacts: false }],
	['of a campaign', campaign(1), { answers: false, isContacts: false }],
	['about office hours', officeHours(1), { answers: false, isContacts: false }],
])('a message %s answers, or is the contact’s', (_, message, { answers, isContacts }) => {
	expect([isAnswer(message), isFromContact(message)]).toEqual([answers, isContacts]);
});
