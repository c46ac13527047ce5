import type { Delivery } from '../../../nodes/WtsChat/events/delivery';
import { notedOf, repliesAmong, type Noted } from '../../../nodes/WtsChat/replies/repliesAmong';
import type { Sweep } from '../../../nodes/WtsChat/replies/sweep';
import { sweepOf } from '../../../nodes/WtsChat/replies/sweeps';
import { connect } from '../../../nodes/WtsChat/transport/api';
import { answeredBy, known, message, MINUTE_MS, NOW, SECOND_MS } from './questions';
import { pass, useWorld } from './world';

const world = useWorld();

/** Who looks after the questions of the account. */
let sweep: Sweep;

// each test has conversations of its own, as the process knows of all accounts
let n = 0;
const session = () => `session ${n}`;
beforeEach(async () => {
	n++;
	sweep = sweepOf(await connect(world().context));
});
const question = () => world().subscribed(known(n));
const heard = (id = `message ${n}`) => message(id, session(), SECOND_MS);

type State = 'taken' | 'awaited' | 'passed' | 'unknown';

/** Makes the process know of a message what it should. */
async function know(one: Delivery, state: State): Promise<void> {
	if (state === 'taken') sweep.list.take(one);
	if (state === 'awaited') sweep.list.begin(question());
	if (state === 'passed') {
		sweep.list.use(message(`first ${n}`, session(), SECOND_MS), answeredBy(known(n)), NOW);
	}
	await Promise.resolve();
}

/** The IDs of those that are replies, and how many seconds it took to see that. */
async function replies(...messages: Array<{ delivery: Delivery; noted?: Noted }>) {
	let found: unknown[] | undefined;
	let seconds = -1;
	const looked = repliesAmong(world().context, messages).then((among) => {
		found = among.map(({ delivery }) => delivery.content.id);
		seconds = (Date.now() - NOW) / SECOND_MS;
	});
	await pass(MINUTE_MS);
	await looked;
	return { found, seconds };
}

test.each<[State, Noted | undefined]>([
	['taken', 'taken'],
	['awaited', 'awaited'],
	['passed', undefined],
	['unknown', undefined],
])('of a message that is %s, %j is noted', async (state, noted) => {
	await know(heard(), state);
	expect(notedOf(heard())).toBe(noted);
	expect(notedOf({ ...heard(), eventType: 'MESSAGE_SENT' })).toBeUndefined();
});

test.each<[State, Noted | undefined, boolean]>([
	['taken', undefined, true],
	['taken', 'taken', true],
	['taken', 'awaited', true],
	['awaited', undefined, true],
	['awaited', 'awaited', true],
	['passed', undefined, false],
	['passed', 'taken', true],
	['passed', 'awaited', false],
	['unknown', undefined, false],
	['unknown', 'taken', true],
	['unknown', 'awaited', true],
])(
	'where nothing more is to be learned, one that is %s, noted as %j: %j',
	async (state, noted, isReply) => {
		await know(heard(), state);
		world().refused = /./;
		const { found } = await replies({ delivery: heard(), noted });
		expect(found).toEqual(isReply ? [heard().content.id] : []);
	},
);

test('of several, those are replies that executions have or wait for', async () => {
	sweep.list.take(heard('has'));
	sweep.list.begin(question());
	const elsewhere = message('elsewhere', 'elsewhere', SECOND_MS);
	const { found } = await replies(
		{ delivery: heard('has') },
		{ delivery: elsewhere },
		{ delivery: heard('waits') },
	);
	expect(found).toEqual(['has', 'waits']);
});

describe('who waits is asked', () => {
	test('where it is not known', async () => {
		question();
		const { found, seconds } = await replies({ delivery: heard() });
		expect(found).toEqual([heard().content.id]);
		// the question is waited for to decide, and another process may have decided
		expect({ asked: world().did(), seconds }).toEqual({ asked: ['list', 'list'], seconds: 2 });
	});

	test('where another question of the conversation had its reply', async () => {
		await know(heard(), 'passed');
		const { found } = await replies({ delivery: heard() });
		expect({ found, asked: world().did() }).toEqual({ found: [], asked: ['list'] });
	});

	test('for one among others', async () => {
		sweep.list.take(heard('has'));
		await replies({ delivery: heard('has') }, { delivery: message('else', 'else', SECOND_MS) });
		expect(world().did()).toEqual(['list']);
	});

	test('also where it was noted that one waits', async () => {
		await replies({ delivery: heard(), noted: 'awaited' });
		expect(world().did()).toEqual(['list']);
	});

	test('not where an execution has it', async () => {
		await know(heard(), 'taken');
		await replies({ delivery: heard() });
		expect(world().did()).toEqual([]);
	});

	test.each<[string, () => { delivery: Delivery; noted?: Noted }]>([
		['where it was noted that an execution has it', () => ({ delivery: heard(), noted: 'taken' })],
		['about other events', () => ({ delivery: { ...heard(), eventType: 'SESSION_NEW' } })],
	])('not %s, for which the key is not needed either', async (_, one) => {
		const credentials = jest.spyOn(world().context, 'getCredentials');
		await replies(one());
		expect(world().did()).toEqual([]);
		expect(credentials).not.toHaveBeenCalled();
	});
});

describe('a question that can take a message is waited for to decide', () => {
	/** Whether the message is a reply, where this happens after some seconds. */
	async function decided(ms: number, happens: () => void) {
		sweep.list.begin(question());
		setTimeout(happens, ms);
		const { found, seconds } = await replies({ delivery: heard() });
		return { isReply: found?.length === 1, seconds, asked: world().did() };
	}

	test('until it has taken it', async () => {
		expect(await decided(600, () => sweep.list.take(heard()))).toEqual({
			isReply: true,
			seconds: 0.75,
			asked: [],
		});
	});

	test('until it has taken another one', async () => {
		const takesAnother = () => {
			const first = message(`first ${n}`, session(), SECOND_MS);
			sweep.list.use(first, answeredBy(known(n)), NOW);
			sweep.list.end(`signature ${n}`, NOW + MINUTE_MS);
		};
		expect(await decided(600, takesAnother)).toEqual({ isReply: false, seconds: 0.75, asked: [] });
	});

	test('and after two seconds the API is asked whether it had another one elsewhere', async () => {
		const takesAnotherElsewhere = () => {
			const name = 'n8n had a reply 2026-11-30T10:00Z other';
			world().subscriptions = world().subscriptions.map((one) => ({ ...one, name }));
		};
		expect(await decided(600, takesAnotherElsewhere)).toEqual({
			isReply: false,
			seconds: 2,
			asked: ['list'],
		});
	});

	test('but not where somebody stops the execution', async () => {
		expect(await decided(600, () => world().stopped.abort())).toMatchObject({
			isReply: true,
			seconds: 0.6,
		});
	});
});
