import type { IDataObject, WorkflowExecuteMode } from 'n8n-workflow';
import { handedOver } from '../../../nodes/WtsChat/trigger/handover';
import { RepeatRecord } from '../../support/record';
import { at, bodyOf, eventIn, executed, useClock } from './executions';

useClock();

/** What n8n stores where this process has taken the events. */
const taken = (...bodies: object[]) =>
	handedOver(bodies.map((body) => ({ delivery: eventIn(body) })));

/** What n8n stores where another process has taken them. */
const takenElsewhere = (...bodies: object[]) => {
	const { json } = taken(...bodies);
	return { json: { ...json, takenBy: 'another process' } };
};

const textsOf = (jsons: IDataObject[]) => jsons.map(({ text }) => text);

test('the item is the event alone, without a trace of how it got there', async () => {
	const body = bodyOf();
	const { output } = await executed({ items: [taken(body)] });
	const { eventType, date, content } = body;
	expect(output).toEqual([{ json: { eventType, date, ...content } }]);
});

test('each item that n8n has stored becomes one, and what is finished stays as it is', async () => {
	const finished = { json: { eventType: 'MESSAGE_RECEIVED', text: 'dois', record: { id: 'r' } } };
	const items = [taken(bodyOf({ text: 'um' })), finished, taken(bodyOf({ text: 'três' }))];
	const { output, jsons } = await executed({ items });
	expect(textsOf(jsons)).toEqual(['um', 'dois', 'três']);
	expect(output[1]).toBe(finished);
});

test('the event comes out as it came where Simplify is off', async () => {
	const body = bodyOf();
	const { jsons } = await executed({ items: [taken(body)], parameters: { simplify: false } });
	expect(jsons).toEqual([body]);
});

test('an execution whose event this process has taken begins at once; otherwise half a second later', async () => {
	const here = await executed({ items: [taken(bodyOf())] });
	const elsewhere = await executed({ items: [takenElsewhere(bodyOf())] });
	expect([here.jsons.length, elsewhere.jsons.length]).toEqual([1, 1]);
	expect(here.took).toBeLessThan(50);
	expect(elsewhere.took).toBeGreaterThanOrEqual(500);
});

describe('an event that has started the workflow before', () => {
	const OFF = { ignoreRepeats: false };
	const OFF_AND_NOT_CAUGHT_UP = { ...OFF, catchUp: false };
	const silence = { ...bodyOf({}, 'CONTACT_SILENT'), silence: { since: 'then' } };

	/** Starts the workflow with it twice. */
	async function twice(
		body: object,
		options: IDataObject = {},
		mode: WorkflowExecuteMode = 'webhook',
	) {
		const record = new RepeatRecord();
		const starts: number[] = [];
		for (const items of [[taken(body)], [taken(body)]]) {
			starts.push((await executed({ items, record, mode, parameters: { options } })).jsons.length);
		}
		return { starts, asked: record.asked };
	}

	test.each<[WorkflowExecuteMode, number]>([
		['webhook', 0],
		['trigger', 0],
		['retry', 1],
		['manual', 1],
		['error', 1],
	])('in the mode %s starts it again so often: %i', async (mode, again) => {
		expect((await twice(bodyOf(), {}, mode)).starts).toEqual([1, again]);
	});

	test.each<[string, object, IDataObject, number, number]>([
		['in the same way', bodyOf(), {}, 0, 2],
		['and repeats are wanted', bodyOf(), OFF, 1, 2],
		['and repeats are wanted, with no catching up', bodyOf(), OFF_AND_NOT_CAUGHT_UP, 1, 0],
		['as a silence, though repeats are wanted', silence, OFF_AND_NOT_CAUGHT_UP, 0, 2],
		[
			'as one that n8n has caught up on, though repeats are wanted',
			{ ...bodyOf(), caughtUp: true },
			OFF_AND_NOT_CAUGHT_UP,
			0,
			2,
		],
	])('%s: %#', async (_name, body, options, again, asked) => {
		expect(await twice(body, options)).toEqual({ starts: [1, again], asked });
	});

	test('comes no second time with a newer message that takes it along', async () => {
		const record = new RepeatRecord();
		const options = { quietSeconds: 5 };
		const [one, two, three] = ['um', 'dois', 'três'].map((text) => bodyOf({ text }));
		const run = async (...bodies: object[]) =>
			textsOf(
				(await executed({ items: [taken(...bodies)], record, parameters: { options } })).jsons,
			);
		expect(await run(one!)).toEqual(['um']);
		expect(await run(one!, two!, three!)).toEqual(['dois\ntrês']);
		expect(await run(two!)).toEqual([]);
	});

	test('is there all the same where n8n cannot keep its record', async () => {
		const record = Object.assign(new RepeatRecord(), { isBroken: true });
		const { jsons, warnings } = await executed({ items: [taken(bodyOf())], record });
		expect(jsons).toHaveLength(1);
		expect(warnings).toEqual([
			'Whether an event has come before could not be told. SQLITE_BUSY: database is locked',
		]);
	});
});

describe('replies that an execution waits for', () => {
	const options = { quietSeconds: 5 };

	/** What n8n stores where the process knew the first message for a reply. */
	const withReply = (...bodies: object[]) =>
		handedOver(
			bodies.map((body, n) => ({ delivery: eventIn(body), noted: n === 0 ? 'taken' : undefined })),
		);

	test('start nothing, and are noted, so that nobody catches up on them', async () => {
		const body = bodyOf();
		const { jsons, record } = await executed({ items: [withReply(body)] });
		expect(jsons).toEqual([]);
		expect([...record.kept.values()].flat().join()).toContain(body.content.id);
	});

	test('are left out of what starts the workflow together', async () => {
		const items = [withReply(bodyOf({ text: 'Sim' }), bodyOf({ text: 'Que horas?' }))];
		const { jsons } = await executed({ items, parameters: { options } });
		expect(textsOf(jsons)).toEqual(['Que horas?']);
	});

	test('start it as well where the option is off, and nobody is asked who waits', async () => {
		const { jsons, requests } = await executed({
			items: [withReply(bodyOf())],
			parameters: { options: { passOverReplies: false } },
		});
		expect(jsons).toHaveLength(1);
		expect(requests).toEqual([]);
	});

	test('start it as well when the execution is tried again', async () => {
		const { jsons } = await executed({ items: [withReply(bodyOf())], mode: 'retry' });
		expect(jsons).toHaveLength(1);
	});
});

describe('filters that read the session', () => {
	const DEPARTMENT = '3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10';
	const parameters = { filters: { departmentIds: [DEPARTMENT], officeHours: 'inside' } };
	const session = (departmentId: string) => ({ id: 's', departmentId });
	const open = { limitHours: false };
	const closed = { limitHours: true, timezoneDiff: -3, days: [] };

	test.each<[string, unknown, unknown, number]>([
		['of which all let it pass', session(DEPARTMENT), open, 1],
		['of which the first one does not', session('other'), open, 0],
		['of which the last one does not', session(DEPARTMENT), closed, 0],
	])('start the workflow with an event %s: %#', async (_name, one, hours, starts) => {
		const { jsons, warnings } = await executed({
			items: [taken(bodyOf({ sessionId: 's' }))],
			parameters,
			answers: { '/chat/v2/session/s': one, '/core/v1/company/officehours': hours },
		});
		expect(jsons).toHaveLength(starts);
		expect(warnings).toEqual([]);
	});

	test.each<[string, number[], number]>([
		['opens', [-1, 0], 1],
		['closes', [3_599, 3_600], 0],
	])(
		'look at the newest of several messages where the account %s meanwhile',
		async (_, seconds, n) => {
			const days = [{ dayWeek: 'MONDAY', periods: [{ startTime: '10:00', endTime: '11:00' }] }];
			const bodies = seconds.map((second) => ({ ...bodyOf(), date: at(second) }));
			const { jsons } = await executed({
				items: [taken(...bodies)],
				parameters: { filters: { officeHours: 'inside' } },
				answers: { '/core/v1/company/officehours': { limitHours: true, timezoneDiff: 0, days } },
			});
			expect(jsons).toHaveLength(n);
		},
	);

	test('lose no event where they cannot be read, and n8n says so in its log', async () => {
		const { jsons, warnings } = await executed({
			items: [taken(bodyOf({ sessionId: 's' }))],
			parameters: { ...parameters, options: { readContact: false } },
			answers: { '/chat/v2/session/s': 403, '/core/v1/company/officehours': open },
		});
		expect(jsons).toHaveLength(1);
		expect(warnings).toEqual([
			expect.stringMatching(/^What a filter needs could not be read, so the event passes it\. ./),
		]);
	});
});

describe('while a person answers the contact', () => {
	const USER = 'd8f0b2c4-5e6a-4c7d-8f9e-0a1b2c3d4e5f';
	const items = () => [taken(bodyOf({ sessionId: 's' }))];

	test.each<[string, IDataObject, string | null, number]>([
		['a user is assigned, which counts', { options: { personAnswers: ['assigned'] } }, USER, 0],
		['a user is assigned, and it is filtered', { filters: { onlyUnassigned: true } }, USER, 0],
		['a user is assigned, and nobody minds', {}, USER, 1],
		['nobody is assigned', { options: { personAnswers: ['assigned'] } }, null, 1],
	])('%s: %#', async (_name, parameters, userId, starts) => {
		const answers = { '/chat/v2/session/s': { id: 's', userId } };
		const { jsons } = await executed({ items: items(), parameters, answers });
		expect(jsons).toHaveLength(starts);
	});

	test('the execution fails where that cannot be told, and has said nothing', async () => {
		const execution = executed({
			items: items(),
			parameters: { options: { personAnswers: ['assigned'] } },
			answers: { '/chat/v2/session/s': 403 },
		});
		await expect(execution).rejects.toMatchObject({
			message: expect.stringMatching(/^Whether a person answers the contact could not be read\. ./),
			description: 'The workflow has said nothing. Retry the execution to look again.',
		});
	});
});
