import fc from 'fast-check';
import { formOf } from '../../../nodes/WtsChat/fields/field';
import { InputError } from '../../../nodes/WtsChat/fields/inputError';
import { inQueues, orderKeyOf } from '../../../nodes/WtsChat/execution/queues';
import { resources } from '../../../nodes/WtsChat/resources';
import { runs } from '../../support/runs';
import { sourceOf } from '../../support/source';

const ID = '3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10';
const OTHER = '9b8a7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d';

interface Subject {
	one: string;
	other: string;
	/** What one is known by. */
	key: string;
}
const record: Subject = { one: ID, other: OTHER, key: ID };
const phone: Subject = {
	one: '+55 11 90000-0001',
	other: '+55 11 90000-0002',
	key: '+551100000001',
};

/** What an operation can act on. */
const SUBJECTS: Record<string, Subject> = {
	sessionId: record,
	to: phone,
	cardId: record,
	contactId: record,
	phoneNumber: phone,
};
const operations = resources.flatMap(({ value: resource, operations }) =>
	operations.map((operation) => ({ name: `${resource}.${operation.value}`, operation })),
);

/** What an item of these values acts on; what else it would need does not matter here. */
function orderKeyIn(name: string, values: Record<string, unknown>): string | undefined {
	const found = operations.find((candidate) => candidate.name === name);
	if (!found) throw new Error(`There is no operation ${name}`);
	const { operation } = found;
	const source = sourceOf(values);
	for (const field of Object.values(operation.fields)) {
		try {
			field.read(source);
		} catch (error) {
			if (!(error instanceof InputError)) throw error;
		}
	}
	return orderKeyOf(operation.value, source.subjects);
}

const writes = operations.flatMap(({ name, operation }) =>
	operation.value.startsWith('get')
		? []
		: Object.entries(SUBJECTS)
				.filter(([subject]) => formOf(operation.fields).some((field) => field.name === subject))
				.map(([subject, values]) => [name, subject, values] as const),
);

test('there are writes about each kind of subject', () => {
	expect(new Set(writes.map(([, subject]) => subject))).toEqual(new Set(Object.keys(SUBJECTS)));
});

test.each(writes)(
	'%s waits for what else is done to the same %s, and for nothing else',
	(name, subject, { one, other, key }) => {
		const sendTo = subject === 'sessionId' ? 'session' : 'contact';
		const keyOf = (value: string) => orderKeyIn(name, { sendTo, [subject]: value });
		expect(keyOf(one)).toBe(key);
		expect(keyOf(other)).toBeDefined();
		expect(keyOf(other)).not.toBe(keyOf(one));
	},
);

test.each(['session.get', 'card.get', 'contact.get', 'message.getMany'])(
	'%s reads, and waits for nothing',
	(name) => {
		const named = Object.entries(SUBJECTS).map(([subject, { one }]) => [subject, one]);
		expect(orderKeyIn(name, Object.fromEntries(named))).toBeUndefined();
	},
);

test('an operation that acts on none of them waits for nothing', () => {
	expect(orderKeyIn('tag.create', { name: 'VIP' })).toBeUndefined();
	expect(orderKeyIn('message.sendText', { to: '', sessionId: null })).toBeUndefined();
});

test('what stands in a collection is not what an operation acts on', () => {
	expect(orderKeyIn('card.create', { additionalFields: { sessionId: ID } })).toBeUndefined();
	const updateFields = { phoneNumber: '+55 11 90000-0001' };
	expect(orderKeyIn('contact.update', { contactId: ID, updateFields })).toBe(ID);
});

test.each([
	'+55|11900000001',
	'(11) 90000-0001',
	'(011) 90000-0001',
	'5511900000001',
	'551100000001',
	' +55 11 90000-0001\n',
	'+55 11 90000\u20110001\u200b',
])('%j is the same recipient in every spelling', (to) => {
	const key = orderKeyIn('message.sendText', { to: '+55 11 90000-0001' });
	expect(key).toBeDefined();
	expect(orderKeyIn('message.sendText', { to })).toBe(key);
	expect(orderKeyIn('message.sendText', { to: '+55 11 90000-0002' })).not.toBe(key);
});

test('a user of Instagram is the same in capitals', () => {
	const key = orderKeyIn('message.sendText', { to: '@loja' });
	expect(key).toBeDefined();
	expect(orderKeyIn('message.sendText', { to: '@Loja' })).toBe(key);
});

test.each([ID.toUpperCase(), `{${ID}}`, `https://app.example.com/chat2/sessions/${ID}`])(
	'%j is the same session in every spelling',
	(sessionId) => {
		expect(orderKeyIn('session.transfer', { sessionId })).toBe(ID);
	},
);

test('a message into a session waits for the session, whoever its contact is', () => {
	const sessionId = { __rl: true, mode: 'id', value: ID };
	const values = { sendTo: 'session', sessionId, to: '11900000001' };
	expect(orderKeyIn('message.sendText', values)).toBe(ID);
});

test('the most telling subject counts, wherever it stands in the form', () => {
	const subjects = ['phoneNumber', 'contactId', 'cardId', 'to', 'sessionId'].map((field) => ({
		field,
		label: field,
		id: `the ${field}`,
	}));
	const keys = subjects.map((_, n) => orderKeyOf('update', subjects.slice(0, n + 1)));
	expect(keys).toEqual(subjects.map(({ id }) => id.toLowerCase()));
});

test('work of a queue stays in its order, all of it once, queues in the order of their first', () => {
	const orderKey = fc.option(fc.constantFrom('a', 'b', ''), { nil: undefined });
	fc.assert(
		fc.property(fc.array(orderKey), (given) => {
			const all = given.map((key, item) => ({ item, orderKey: key }));
			const named = [...new Set(given)].filter((key) => key !== undefined);
			const expected = [
				...named.map((key) => all.filter((work) => work.orderKey === key)),
				...all.filter((work) => work.orderKey === undefined).map((work) => [work]),
			];
			const first = ([work]: typeof all) => work?.item ?? -1;
			expect(inQueues(all)).toEqual(expected.sort((one, other) => first(one) - first(other)));
		}),
		runs(100),
	);
});
