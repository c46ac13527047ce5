import type { IDataObject } from 'n8n-workflow';
import { randomUUID } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { useSandbox } from '../../support/account';
import { phoneOf, useAsking } from '../../support/asking';
import { useHeldClock } from '../../support/heldClock';
import { anotherProcess } from '../../support/otherProcess';
import { tidied, useWaiting } from '../../support/waiting';

const sandbox = useSandbox();
const n8n = useWaiting();
const { ask, waits, listening } = useAsking(sandbox, n8n);

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const clock = useHeldClock(5_000, 50);
const { asMinutesPass } = clock;

const idIn = (url: string | null | undefined) => new URL(url!).pathname.split('/')[2]!;

/** Resolves when whoever waits has looked once for what it may have missed. */
async function lookedForMissed(): Promise<void> {
	await tidied(() => sandbox().requests.some(({ path }) => path === '/chat/v2/session'));
}

/** Lets something happen right after the API has read the messages of a session for its next answer. */
function afterMessagesAreListed(happens: () => void): void {
	const { messages } = sandbox().account;
	const { filter } = messages;
	messages.filter = ((passes: Parameters<typeof filter>[0]) => {
		const found = filter.call(messages, passes);
		if (sandbox().requests.at(-1)?.path === '/chat/v1/message') {
			messages.filter = filter;
			happens();
		}
		return found;
	}) as typeof filter;
}

/** From now on, what the platform delivers stays on its way. */
function holdDeliveries(): void {
	sandbox().events.options.delayMs = 3_600_000;
}

/** The first reply of the n-th contact, as a delivery. */
function replyTo(sessionId: string | null, text: string): IDataObject {
	const content = {
		id: randomUUID(),
		sessionId,
		text,
		type: 'TEXT',
		direction: 'FROM_HUB',
		createdAt: new Date(Date.now() + 1_000).toISOString(),
	};
	return { eventType: 'MESSAGE_RECEIVED', date: content.createdAt, content };
}

const sessionOf = (url: string | null | undefined) => new URL(url!).searchParams.get('session');

const [restarted, beside] = [anotherProcess(), anotherProcess()];

describe('of those that wait', () => {
	test('a listener whose execution somebody has deleted is relieved by another', async () => {
		for (let n = 0; n < 6; n++) await ask(n);
		await tidied(() => listening().length === 5);
		const [deaf] = listening();
		const paused = waits().find(({ enabled }) => !enabled);
		n8n().delete(idIn(deaf?.url));
		await asMinutesPass(
			() => !waits().some(({ id }) => id === deaf?.id) && paused?.enabled === true,
		);
		expect(listening()).toHaveLength(5);
	});

	test('those whose time is nearly over do not listen where another can', async () => {
		for (let n = 0; n < 5; n++) await ask(n, { resumeAmount: 1.4, resumeUnit: 'minutes' });
		expect(listening()).toHaveLength(5);
		await ask(5, { resumeAmount: 10, resumeUnit: 'minutes' });
		const longest = waits().at(-1);
		await tidied(() => longest?.enabled === true);
	});

	test('the care for them goes on a minute after WTS Chat has refused it', async () => {
		const { subscriptions } = sandbox().account;
		const over = {
			...subscriptions[0]!,
			id: '99999999-0000-4000-8000-000000000001',
			name: 'n8n waits for a reply until then',
			url: `${n8n().url}/webhook-waiting/7/node?session=s&asked=1&until=1000&signature=x`,
		};
		subscriptions.push(over);
		sandbox().faults.rules = [{ fault: '500 with a key', rate: 1, on: /GET .*subscription/ }];
		await ask(0);
		const refused = () => sandbox().requests.filter(({ fault }) => fault).length;
		await tidied(() => refused() > 0);
		await asMinutesPass(() => refused() > 1);
		sandbox().faults.rules = [];
		await asMinutesPass(() => !waits().some(({ id }) => id === over.id));
	});
});

describe('a reply that nobody has heard', () => {
	test('is brought although a subscription that is over cannot be removed', async () => {
		const replied = await ask(0);
		const { id, finished } = await ask(1);
		await lookedForMissed();
		sandbox().faults.rules = [
			{ fault: '500 with a key', rate: 1, on: /(PUT|DELETE) .*subscription/ },
		];
		sandbox().writeAsContact(phoneOf(0), { text: 'Resposta 0' });
		await replied.finished;
		await tidied(() => sandbox().requests.some(({ fault }) => fault));

		holdDeliveries();
		sandbox().writeAsContact(phoneOf(1), { text: 'Resposta 1' });
		clock.pass(MINUTE_MS);
		expect((await finished).items.map(({ json }) => json.text)).toEqual(['Resposta 1']);
		// and each is removed when that is possible again
		expect(waits()).toHaveLength(2);
		sandbox().faults.rules = [];
		await asMinutesPass(() => waits().length === 0);
		expect(n8n().isWaiting(id)).toBe(false);
	});

	test('because it came before n8n had stored the execution is brought soon', async () => {
		await ask(0);
		// from now on somebody listens all the time, and nothing else is looked for
		await lookedForMissed();
		holdDeliveries();

		afterMessagesAreListed(() => sandbox().writeAsContact(phoneOf(1), { text: 'Resposta 1' }));
		const { outcome, finished } = await ask(1);
		expect(outcome.status).toBe('waiting');
		clock.pass(5_000);
		expect((await finished).items.map(({ json }) => json.text)).toEqual(['Resposta 1']);
	});

	test('because n8n was away is brought when it starts', async () => {
		const { id, finished } = await ask(0);
		await lookedForMissed();
		holdDeliveries();
		sandbox().writeAsContact(phoneOf(0), { text: 'Resposta 0' });
		expect(n8n().isWaiting(id)).toBe(true);

		const trigger = await restarted.TriggerStage.start({
			parameters: { events: ['MESSAGE_RECEIVED'] },
			account: sandbox(),
		});
		const before = sandbox().requests.length;
		await trigger.activate();
		expect((await finished).items.map(({ json }) => json.text)).toEqual(['Resposta 0']);
		// who waits is told by what the trigger has read for itself
		const asked = sandbox()
			.requests.slice(before)
			.map(({ method, path }) => `${method} ${path}`);
		const looked = asked.slice(0, asked.indexOf('GET /chat/v2/session'));
		expect(looked.filter((one) => one === 'GET /core/v1/webhook/subscription')).toHaveLength(1);
	});
});

test('a message that one process of n8n hears is passed on to an execution of another', async () => {
	const other = await beside.WaitingStage.start();
	await ask(20, {}, other);
	const [listener] = waits();
	await lookedForMissed();

	const asked = [];
	for (let n = 0; n < 6; n++) asked.push(await ask(n));
	await tidied(() => listening().length === 6);
	const paused = waits().find(({ enabled }) => !enabled);
	const { finished } = asked.find(({ id }) => id === idIn(paused?.url))!;
	const event = replyTo(sessionOf(paused?.url), 'Por outro processo');
	expect(await other.post(listener!.url!, event)).toBe(200);
	expect((await finished).items.map(({ json }) => json.text)).toEqual(['Por outro processo']);
});

describe('another n8n of the account', () => {
	let server: Server;
	let answers: Array<(response: ServerResponse) => void>;
	/** What has come for the executions, by their number. */
	let heard: Record<string, IDataObject[]>;

	beforeEach(async () => {
		answers = [];
		heard = {};
		server = createServer((request, response) => {
			void bodyOf(request).then((body) => {
				const id = idIn(`http://127.0.0.1${request.url}`);
				if (body.eventType === 'PING') return answering(400, {})(response);
				(heard[id] ??= []).push(body);
				(answers.shift() ?? answering(200, {}))(response);
			});
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	});
	afterEach(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});

	async function bodyOf(request: AsyncIterable<unknown>): Promise<IDataObject> {
		let text = '';
		for await (const chunk of request) text += String(chunk);
		return JSON.parse(text) as IDataObject;
	}

	const answering = (status: number, value: unknown) => (response: ServerResponse) => {
		const isPage = typeof value === 'string';
		response.writeHead(status, { 'content-type': isPage ? 'text/html' : 'application/json' });
		response.end(isPage ? value : JSON.stringify(value));
	};

	const SESSION = '20000000-0000-4000-8000-00000000beef';

	/** Its n-th execution waits; those that wait the longest are the ones that should listen. */
	function waiting(n: number, enabled: boolean, days: number, session = `session ${n}`) {
		const { port } = server.address() as AddressInfo;
		const url = new URL(`http://127.0.0.1:${port}/webhook-waiting/${n}/WTS%20Chat`);
		url.search = new URLSearchParams({
			session,
			asked: String(Date.now() - 1_000 + n),
			until: String(Date.now() + days * DAY_MS),
			signature: `signature ${n}`,
		}).toString();
		const { subscriptions } = sandbox().account;
		subscriptions.push({
			...subscriptions[0]!,
			id: `99999999-0000-4000-8000-${String(n).padStart(12, '0')}`,
			name: 'n8n waits for a reply until then',
			url: url.href,
			events: ['MESSAGE_RECEIVED'],
			enabled,
		});
		return subscriptions.at(-1)!;
	}

	/** Five of its executions listen, and one is paused. */
	function fiveAndOne() {
		for (let n = 1; n <= 4; n++) waiting(n, true, 10);
		waiting(5, true, 10, SESSION);
		return waiting(6, false, 1, SESSION);
	}

	test('has five listeners of its own', async () => {
		const theirs = [1, 2, 3, 4, 5].map((n) => waiting(n, false, 10));
		await ask(0);
		await ask(1);
		await tidied(() => listening().length === 7);
		expect(theirs.every(({ enabled }) => enabled)).toBe(true);
	});

	test('gets what its paused executions wait for once, whoever hears it, as it came', async () => {
		fiveAndOne();
		for (const n of [0, 1, 2]) await ask(n);
		await lookedForMissed();
		const own = waits().filter(({ url }) => url?.startsWith(n8n().url));
		const event = replyTo(SESSION, 'Oi');
		await Promise.all(own.map(async ({ url }) => await n8n().post(url!, event)));
		await n8n().settled();
		expect(heard).toEqual({ 6: [event] });
	});

	test('gets what is heard at the same time for several of its executions', async () => {
		fiveAndOne();
		waiting(7, false, 1, 'another session');
		await ask(0);
		await lookedForMissed();
		const own = waits().find(({ url }) => url?.startsWith(n8n().url));
		const events = [replyTo(SESSION, 'Oi'), replyTo('another session', 'Olá')];
		await Promise.all(events.map(async (event) => await n8n().post(own!.url!, event)));
		await tidied(() => Object.keys(heard).length === 2);
		expect(heard).toEqual({ 6: [events[0]], 7: [events[1]] });
	});

	/** One of this n8n hears a reply to an execution of the other, which gives the answer to it. */
	async function hearReply(answer: (response: ServerResponse) => void): Promise<void> {
		answers.push(answer);
		await ask(0);
		await lookedForMissed();
		const own = waits().find(({ url }) => url?.startsWith(n8n().url));
		await n8n().post(own!.url!, replyTo(SESSION, 'Oi'));
	}

	test.each<[string, (response: ServerResponse) => void]>([
		['does not exist any more', answering(404, { message: 'The execution "6" does not exist.' })],
		['waits with another question', answering(410, { message: 'This question waits no more.' })],
		['has finished', answering(409, { message: 'The execution "6" has finished already.' })],
		['waits no more, as a page says', answering(200, '<html>No action required</html>')],
		['has another address', answering(401, '<html>Invalid Form Link</html>')],
	])('loses the subscription of an execution that %s', async (_name, answer) => {
		const paused = fiveAndOne();
		await hearReply(answer);
		await asMinutesPass(() => !waits().some(({ id }) => id === paused.id));
		expect(heard[6]).toHaveLength(1);
		expect(waits()).toHaveLength(6);
	});

	test.each<[string, (response: ServerResponse) => void]>([
		['is still being stored', answering(409, { message: 'running already' })],
		['cannot be reached behind its proxy', answering(502, '<html>Bad Gateway</html>')],
		['is unknown to its proxy', answering(404, '404 page not found')],
		['stands behind a proxy that asks who calls', answering(401, { message: 'Unauthorized' })],
		['stands behind a page', answering(200, '<html>We are back soon</html>')],
		['loses the connection', (response) => response.destroy()],
	])('is called again while an execution %s', async (_name, answer) => {
		const paused = fiveAndOne();
		await hearReply(answer);
		await tidied(() => heard[6]?.length === 2);
		expect(waits().map(({ id }) => id)).toContain(paused.id);
	});
});
