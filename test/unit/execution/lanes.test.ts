import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { inLanes, laneOf } from '../../../nodes/WtsChat/execution/lanes';
import { readParameters } from '../../../nodes/WtsChat/execution/parameterReader';
import { resources } from '../../../nodes/WtsChat/resources';
import { runs } from '../../support/runs';

const ID = '3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10';
const OTHER = '9b8a7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d';
const SUBJECTS = ['sessionId', 'to', 'cardId', 'contactId', 'phoneNumber'];

const operations = resources.flatMap(({ value: resource, operations }) =>
	operations.map((operation) => ({ name: `${resource}.${operation.value}`, operation })),
);

function laneIn(name: string, values: IDataObject): string | undefined {
	const found = operations.find((candidate) => candidate.name === name);
	if (!found) throw new Error(`There is no operation ${name}`);
	const { operation } = found;
	const parameters = readParameters({
		valueOf: (field) => values[field],
		fields: operation.fields,
		json: {},
		timezone: 'UTC',
		fileIn: () => {
			throw new Error('The item has no files');
		},
		idsRead: [],
		byModel: false,
	});
	return laneOf(operation, parameters);
}

const subjectsOf = (fields: Array<{ name: string }>) =>
	SUBJECTS.filter((subject) => fields.some(({ name }) => name === subject));

const writes = operations.flatMap(({ name, operation }) =>
	operation.value.startsWith('get')
		? []
		: subjectsOf(operation.fields).map((subject) => [name, subject] as const),
);

test('there are writes about each kind of subject', () => {
	expect(new Set(writes.map(([, subject]) => subject))).toEqual(new Set(SUBJECTS));
});

test.each(writes)(
	'%s waits for what else is done to the same %s, and for nothing else',
	(name, subject) => {
		const lane = laneIn(name, { [subject]: ID });
		expect(lane).toBe(ID);
		expect(laneIn(name, { [subject]: OTHER })).not.toBe(lane);
	},
);

test.each(['session.get', 'card.get', 'contact.get', 'message.getMany'])(
	'%s reads, and waits for nothing',
	(name) => {
		const subjects = Object.fromEntries(SUBJECTS.map((subject) => [subject, ID]));
		expect(laneIn(name, subjects)).toBeUndefined();
	},
);

test('an operation that acts on none of them waits for nothing', () => {
	expect(laneIn('tag.create', { name: 'VIP' })).toBeUndefined();
	expect(laneIn('message.sendText', { to: '', sessionId: null })).toBeUndefined();
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
	const lane = laneIn('message.sendText', { to: '+55 11 90000-0001' });
	expect(lane).toBeDefined();
	expect(laneIn('message.sendText', { to })).toBe(lane);
	expect(laneIn('message.sendText', { to: '+55 11 90000-0002' })).not.toBe(lane);
});

test.each([ID.toUpperCase(), `{${ID}}`, `https://app.example.com/chat2/sessions/${ID}`])(
	'%j is the same session in every spelling',
	(sessionId) => {
		expect(laneIn('session.transfer', { sessionId })).toBe(ID);
	},
);

test('a message into a session waits for the session, whoever its contact is', () => {
	const session = { __rl: true, mode: 'id', value: ID };
	expect(laneIn('message.sendText', { sessionId: session, to: '11900000001' })).toBe(ID);
});

test('tasks of a lane stay in their order, every task once, lanes in the order of their first', () => {
	const lane = fc.option(fc.constantFrom('a', 'b', ''), { nil: undefined });
	fc.assert(
		fc.property(fc.array(lane), (given) => {
			const tasks = given.map((lane, item) => ({ items: [item], lane, run: async () => [] }));
			const named = [...new Set(given)].filter((lane) => lane !== undefined);
			const expected = [
				...named.map((lane) => tasks.filter((task) => task.lane === lane)),
				...tasks.filter((task) => task.lane === undefined).map((task) => [task]),
			];
			const first = ([task]: typeof tasks) => task?.items[0] ?? -1;
			expect(inLanes(tasks)).toEqual(expected.sort((one, other) => first(one) - first(other)));
		}),
		runs(100),
	);
});
