import { batching, isBatched } from '../../../nodes/WtsChat/fields/batching';
import { campaign } from '../../../nodes/WtsChat/fields/campaign';
import { valuesOf } from '../../../nodes/WtsChat/fields/field';
import { messageTarget, recipient } from '../../../nodes/WtsChat/fields/recipient';
import { optionalSender, sender } from '../../../nodes/WtsChat/fields/sender';
import {
	delayTyping,
	newSession,
	sessionShapeOf,
	waitForDelivery,
} from '../../../nodes/WtsChat/fields/sendOptions';
import { splitting } from '../../../nodes/WtsChat/fields/splitting';
import { sourceOf } from '../../support/source';
import { blanks, ID, refusalOf } from './support';

describe('where a message goes', () => {
	const read = (values: Record<string, unknown>) => messageTarget.read(sourceOf(values));
	const located = (mode: string, value: string) => ({ __rl: true, mode, value });

	test('is a contact, unless a session is chosen', () => {
		const given = { to: located('phone', '(11) 90000-0001'), from: '@loja', sessionId: ID };
		const contact = { from: '@loja', to: '5511900000001' };
		expect(read(given)).toEqual(contact);
		expect(read({ ...given, sendTo: 'contact' })).toEqual(contact);
		expect(read({ ...given, sendTo: 'session' })).toEqual({ sessionId: ID });
	});

	test('is told, and so is the channel where the API cannot choose one', () => {
		const blank = sourceOf({ to: located('list', ''), from: located('number', ' ') });
		expect(refusalOf(() => recipient.read(blank)).message).toBe("'To' is empty");
		expect(refusalOf(() => sender.read(blank)).message).toBe("'From' is empty");
		expect(optionalSender.read(blank)).toBeUndefined();
		expect(sender.read(sourceOf({ from: '+55 11 3000-0000' }))).toBe('551130000000');
	});
});

describe('how long the contact sees "typing"', () => {
	const read = (seconds: unknown) => delayTyping.read(sourceOf({ delayTyping: seconds }));

	test.each([0, 1, 25, '3'])('is %j seconds', (seconds) => {
		expect(read(seconds)).toBe(Number(seconds));
	});

	test.each([-1, 0.5, 26])('is not %d seconds', (seconds) => {
		expect(refusalOf(() => read(seconds))).toMatchObject({
			message: "'Delay Typing (Seconds)' has to be a whole number from 0 to 25",
			remedy: `Its value is now ${seconds}.`,
		});
	});
});

test.each<[object, number]>([
	[{ waitForDelivery: true, deliverySeconds: 5 }, 5],
	[{ waitForDelivery: true, deliverySeconds: 0 }, 0],
	[{ waitForDelivery: true, deliverySeconds: '' }, 60],
	[{ waitForDelivery: true }, 60],
	[{ waitForDelivery: false, deliverySeconds: 5 }, 0],
	[{ deliverySeconds: 5 }, 0],
])('%j: a message is followed for %d seconds', (values, seconds) => {
	expect(waitForDelivery.read(sourceOf({ ...values }))).toBe(seconds);
});

describe('the session that a message opens', () => {
	const read = (values: Record<string, unknown>) => valuesOf(newSession, sourceOf(values));
	const located = (mode: string, value: string) => ({ __rl: true, mode, value });

	test.each([
		[ID, { id: ID }],
		[located('list', ID), { id: ID }],
		[located('name', ` https://app.example.com/x/${ID}`), { id: ID }],
		[located('name', ' Financeiro '), { name: 'Financeiro' }],
		...[...blanks, located('name', ' ')].map((blank): [unknown, undefined] => [blank, undefined]),
	])('%j: its department is %j', (departmentId, department) => {
		expect(read({ departmentId }).department).toEqual(department);
	});

	test.each([
		[ID, { id: ID }],
		[located('email', ID), { id: ID }],
		[located('email', '\u200bana@example.com'), { email: 'ana@example.com' }],
		['ana@example.com', { email: 'ana@example.com' }],
		[located('phone', '(11) 90000-0001'), { phoneNumber: '5511900000001' }],
		...[...blanks, located('email', ' ')].map((blank): [unknown, undefined] => [blank, undefined]),
	])('%j: its user is %j', (userId, user) => {
		expect(read({ userId }).user).toEqual(user);
	});

	test('goes to somebody who can be found: what is no number is refused', () => {
		expect(refusalOf(() => read({ userId: 'Ana' })).message).toMatch(
			/^'User' is not a phone number/,
		);
	});

	test('names its department and its user by ID with where such IDs come from', () => {
		const source = sourceOf({ departmentId: ID, userId: ID });
		valuesOf(newSession, source);
		expect(source.subjects.map((subject) => [subject.field, subject.source])).toEqual([
			['departmentId', "'Department: Get Many'"],
			['userId', expect.stringContaining("'User: Get Many'")],
		]);
	});

	test('goes to the API in one part, where there is any', () => {
		const given = { departmentId: ID, userId: 'ana@example.com', enableBot: false };
		expect(
			sessionShapeOf(read({ ...given, forceStartSession: true, hiddenSession: false })),
		).toEqual({
			department: { id: ID },
			user: { email: 'ana@example.com' },
			enableBot: false,
			forceStartSession: true,
			hiddenSession: false,
		});
		expect(sessionShapeOf(read({ departmentId: 'Vendas' }))).toEqual({
			department: { name: 'Vendas' },
		});
		expect(sessionShapeOf(read({}))).toBeUndefined();
		expect(read({}).session).toBeUndefined();
	});
});

describe('a text that is sent in parts', () => {
	const read = (values: object) => splitting.read(sourceOf({ ...values }));

	test.each([
		[{ splitInto: 'paragraphs' }, { byParagraph: true, most: 600, typing: true }],
		[
			{ splitInto: 'length', splitLength: '80', splitTyping: false },
			{ byParagraph: false, most: 80, typing: false },
		],
		[
			{ splitInto: 'length', splitLength: 1 },
			{ byParagraph: false, most: 1, typing: true },
		],
	])('%j is read as %j', (values, expected) => {
		expect(read(values)).toEqual(expected);
	});

	test('is sent as one where nothing is chosen', () => {
		expect(read({ splitLength: 80, splitTyping: false })).toBeUndefined();
	});

	test('has something in each of them', () => {
		expect(refusalOf(() => read({ splitInto: 'length', splitLength: 0 }))).toMatchObject({
			message: "'Longest Message (Characters)' has to be 1 or more",
			remedy: 'Its value is now 0.',
		});
	});
});

test('a campaign has tags to skip and a pace', () => {
	const read = (values: object) => campaign.read(sourceOf({ ...values }));
	expect(read({ skipTagIds: 'Parar', messagesPerMinute: 1 })).toEqual({
		skipTags: { names: ['Parar'] },
		perMinute: 1,
	});
	expect(read({})).toEqual({});
	expect(refusalOf(() => read({ messagesPerMinute: 0.5 })).message).toBe(
		"'Messages per Minute' has to be 1 or more",
	);
});

test('one request for all items is chosen among the options of the node', () => {
	const chosen = (values: object) => isBatched(sourceOf({ ...values }));
	expect(chosen({ 'options.batching': true })).toBe(true);
	expect(chosen({ 'options.batching': false })).toBe(false);
	expect(chosen({ batching: true })).toBe(false);
	expect(batching.property.default).toBe(true);
});
