import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { onTheClock } from '../transport/support';
import { bodyOf, NOW, useClock, written } from './executions';
import { published, textsIn, type Published } from './webhook';

useClock();

const OPTIONS = { quietSeconds: 5, mostSeconds: 20 };

/** A published workflow that waits for more messages, in an account with these. */
function waiting(listed: unknown[] = [], { parameters, ...more }: Published = {}) {
	return published({
		parameters: { options: OPTIONS, ...parameters },
		answers: { '/chat/v1/message': { items: listed } },
		...more,
	});
}

type Trigger = ReturnType<typeof published>;

const elapsed = () => Math.floor((Date.now() - NOW) / 1_000);

/** Delivers each message in the second in which it was written; gives the answers, and when each came. */
async function deliverAll(messages: IDataObject[], to: (place: number) => Trigger) {
	const deliveries = messages.map(async (message, place) => {
		const ms = Date.parse(String(message.createdAt)) - NOW;
		await new Promise((resolve) => setTimeout(resolve, ms));
		const { status, json } = await to(place).deliver(bodyOf(message));
		return { at: elapsed(), status, ...(json as object) };
	});
	return await onTheClock(Promise.all(deliveries));
}

const STARTED = { status: 200, started: true };
const NOT_STARTED = { status: 200, started: false };

/** Sessions that no other test has. */
let sessions = 0;
const inSession = (...seconds: number[]) => {
	const sessionId = `session ${++sessions}`;
	return seconds.map((second) => written(second, { sessionId, id: `${sessionId} ${second}` }));
};

test('messages in a row start one execution with all of them, and each has its answer once that is sure', async () => {
	const messages = inSession(0, 1, 3);
	const trigger = waiting(messages);
	const answers = await deliverAll(messages, () => trigger);
	expect(answers).toEqual([
		{ at: 1, ...NOT_STARTED },
		{ at: 3, ...NOT_STARTED },
		{ at: 8, ...STARTED },
	]);
	expect(trigger.stored.map(textsIn)).toEqual([['0', '1', '3']]);
	expect(trigger.stored[0]?.json).not.toHaveProperty('isUnread');
});

test('of all that the API lists only what the contact wrote, and what passes the filters, is taken along', async () => {
	const [first, second, image, sent, last] = inSession(0, 1, 2, 3, 4);
	const listed = [
		first,
		{ ...second, status: 'DELETED' },
		{ ...image, type: 'IMAGE' },
		{ ...sent, direction: 'TO_HUB' },
		{ ...last, id: undefined },
		last,
	];
	const trigger = waiting(listed, { parameters: { filters: { messageTypes: ['TEXT'] } } });
	await deliverAll([last!], () => trigger);
	expect(trigger.stored.map(textsIn)).toEqual([['0', '4']]);
	expect(trigger.requests.map(({ qs }) => qs)).toMatchObject([{ SessionId: last!.sessionId }]);
});

test.each<[string, (place: number, triggers: Trigger[]) => Trigger, number]>([
	['two conversations', (_, [one]) => one!, 2],
	['two workflows', (place, [one, other]) => [one, other][place]!, 1],
	[
		'the editor and the published workflow',
		(place, [one, , listener]) => [one, listener][place]!,
		1,
	],
])('messages of %s have nothing to do with each other', async (_name, choose, inOne) => {
	const [first] = inSession(0);
	const [second] = inOne === 1 ? [{ ...first!, text: '1' }] : inSession(1);
	const triggers = [
		waiting([]),
		waiting([], { workflowId: `another ${sessions}` }),
		waiting([], { isTest: true }),
	];
	const answers = await deliverAll([first!, { ...second!, id: 'second' }], (place) =>
		choose(place, triggers),
	);
	expect(answers).toMatchObject([STARTED, STARTED]);
	expect(triggers.flatMap(({ stored }) => stored.map(textsIn)).sort()).toEqual([['0'], ['1']]);
});

test.each<[string, object]>([
	['messages that were sent', bodyOf({ ...written(0), id: 'sent' }, 'MESSAGE_SENT')],
	['conversations', bodyOf({ id: 'new' }, 'SESSION_NEW')],
])('%s wait for nothing', async (_name, body) => {
	const events = ['MESSAGE_RECEIVED', 'MESSAGE_SENT', 'SESSION_NEW'];
	const { deliver, stored } = waiting([], { parameters: { events } });
	expect(await deliver(body)).toEqual({ status: 200, json: { message: 'received' } });
	expect(stored).toHaveLength(1);
});

test.each<[string, IDataObject]>([
	['no ID', { id: '' }],
	['no session', { sessionId: null }],
	['no moment', { createdAt: undefined }],
])('a message with %s starts the workflow alone, and at once', async (_name, missing) => {
	const [message] = inSession(0);
	const trigger = waiting([message]);
	const body = bodyOf({ ...message!, ...missing });
	expect(await onTheClock(trigger.deliver(body))).toEqual({ status: 200, json: { started: true } });
	expect(elapsed()).toBe(0);
	expect(trigger.requests).toEqual([]);
	expect(trigger.stored.map(textsIn)).toEqual([['0']]);
	expect(trigger.stored[0]?.json).not.toHaveProperty('isUnread');
});

describe('where the process cannot call itself', () => {
	test('each message is waited on within its request', async () => {
		const messages = inSession(0, 1);
		const trigger = waiting(messages, { isCutOff: true });
		expect(await deliverAll(messages, () => trigger)).toEqual([
			{ at: 1, status: 200, ignored: 'a newer message' },
			{ at: 6, status: 200, message: 'received' },
		]);
		expect(trigger.stored.map(textsIn)).toEqual([['0', '1']]);
	});
});

describe('where the API gives no answer', () => {
	const never = async ({ abortSignal }: IHttpRequestOptions) =>
		await new Promise((_, reject) => {
			abortSignal!.addEventListener!('abort', () => reject(new Error('aborted')));
		});

	test.each<[string, unknown, number]>([
		['at once', 403, 5],
		['in ten seconds', never, 15],
	])('%s, the execution has to read what it takes along', async (_name, answer, second) => {
		const [message] = inSession(0);
		const trigger = waiting([], { answers: { '/chat/v1/message': answer } });
		expect(await deliverAll([message!], () => trigger)).toEqual([{ at: second, ...STARTED }]);
		expect(trigger.stored).toMatchObject([{ json: { isUnread: true } }]);
		expect(trigger.warnings).toEqual([
			expect.stringMatching(/^What else the contact has written could not be read\. ./),
		]);
	});
});

describe('where n8n cannot store the execution', () => {
	test('for some seconds, it does so later', async () => {
		let failures = 3;
		const [message] = inSession(0);
		const trigger = waiting([message], {
			store: () => {
				if (failures-- > 0) throw new Error('locked');
			},
		});
		expect(await deliverAll([message!], () => trigger)).toEqual([{ at: 9, ...STARTED }]);
		expect(trigger.stored.map(textsIn)).toEqual([['0']]);
	});

	test('at all, WTS Chat is told so, and the message is waited on anew when it comes again', async () => {
		let isLocked = true;
		const [message] = inSession(0);
		const trigger = waiting([message], {
			store: () => {
				if (isLocked) throw new Error('locked');
			},
		});
		const deliver = async () => await onTheClock(trigger.deliver(bodyOf(message)));
		expect(await deliver()).toEqual({ status: 503, json: { started: false } });
		isLocked = false;
		const began = elapsed();
		expect(await deliver()).toEqual({ status: 200, json: { started: true } });
		expect(elapsed() - began).toBeGreaterThanOrEqual(5);
	});
});

test.each([false, true])(
	'while a process brings one message to itself, what else comes is waited on as ever; in the editor: %s',
	async (isTest) => {
		const [[first], [other]] = [inSession(0), inSession(0)];
		let second: Promise<unknown> | undefined;
		const trigger = waiting([], {
			isTest,
			whileCalled: async () => void (second ??= trigger.deliver(bodyOf(other))),
		});
		await onTheClock(trigger.deliver(bodyOf(first)));
		await onTheClock(Promise.resolve(second));
		const ids = trigger.stored.map(
			({ json }) => (json.body as { content: IDataObject }).content.id,
		);
		expect(ids).toEqual([first!.id, other!.id]);
	},
);

test('what a published workflow brings to itself does not start the one in the editor before its time', async () => {
	const [message] = inSession(0);
	const listener = waiting([message], { isTest: true });
	let listened: Promise<unknown> | undefined;
	const workflow = waiting([message], {
		whileCalled: async () => void (listened ??= listener.deliver(bodyOf(message))),
	});
	const answers = [
		await onTheClock(workflow.deliver(bodyOf(message))),
		await onTheClock(Promise.resolve(listened)),
	];
	expect(answers).toEqual([0, 1].map(() => ({ status: 200, json: { started: true } })));
	expect([workflow, listener].map(({ stored }) => stored.map(textsIn))).toEqual([[['0']], [['0']]]);
	expect(elapsed()).toBeGreaterThanOrEqual(11);
});
