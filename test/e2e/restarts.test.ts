import { freePort } from '../../playground/ports';
import { executionsWait, phoneOf, publishAsking, waits } from './support/asking';
import { Collector } from './support/collector';
import { endings } from './support/endings';
import { openAccount, type OtherAccount } from './support/otherAccount';
import { Server } from './support/stage';
import { saveTriggered, subscriptionOf, subscriptionsIn } from './support/triggers';
import { until } from './support/until';

const PHONE = '5511900000001';

const KEPT = 'e2eKept';
const DELETED = 'e2eDeleted';
const SWITCHED_OFF = 'e2eSwitchedOff';
const WORKFLOWS = [KEPT, DELETED, SWITCHED_OFF];

const SILENT = 'e2eSilent';

const ASKING = 'e2eRestart';

let server: Server;
let events: Collector;
let other: OtherAccount;
let replies: Collector;

beforeAll(async () => {
	server = await Server.start();
	events = await Collector.start();
	other = await openAccount(server.api, ASKING);
	replies = await Collector.start();
});

afterAll(async () => {
	await server?.close();
	await events?.close();
	await other?.sandbox.close();
	await replies?.close();
});

const subscription = (workflow: string) => subscriptionOf(server.sandbox, workflow);

const silences = () => events.items.filter(({ eventType }) => eventType === 'CONTACT_SILENT');

const looks = () =>
	server.sandbox.requests.filter(
		({ path, query }) => path === '/chat/v2/session' && 'IncludeDetails' in Object(query),
	).length;

const subscriptions = () => structuredClone(WORKFLOWS.map(subscription));

const listings = () =>
	server.sandbox.requests.filter(
		({ method, path }) => method === 'GET' && path === '/core/v1/webhook/subscription',
	).length;

describe('when n8n starts again', () => {
	let before: ReturnType<typeof subscriptions>;
	let listingsBefore: number;

	beforeAll(async () => {
		for (const id of WORKFLOWS) {
			await saveTriggered(server.api, id, ['MESSAGE_RECEIVED'], events);
			await server.api.activate(id);
		}
		await saveTriggered(server.api, SILENT, ['CONTACT_SILENT'], events, undefined, {
			minutes: 0.02,
		});
		await server.api.activate(SILENT);
		await until('all are subscribed', () => WORKFLOWS.every(subscription));
		const { credentials } = other;
		const ask = await publishAsking(server, ASKING, replies, { credentials });
		await ask(1);
		await executionsWait(server, ASKING, 1);

		// the next look for silences is a minute after the first
		const { sessions } = server.sandbox.account;
		const { id, userId } = sessions.find(({ status }) => status === 'IN_PROGRESS')!;
		server.sandbox.writeAsUser(id, userId!, 'Posso ajudar?');
		await server.n8n.stop();
		before = subscriptions();
		listingsBefore = listings();
		const { account } = server.sandbox;
		const deleted = subscription(DELETED);
		account.subscriptions = account.subscriptions.filter((one) => one !== deleted);
		subscription(SWITCHED_OFF)!.enabled = false;
		await server.restart();
	});

	test('a subscription is left as it is', async () => {
		await until('n8n has looked at each', () => listings() >= listingsBefore + WORKFLOWS.length);
		server.sandbox.writeAsContact(PHONE, { text: 'um' });
		const executions = async () => await server.api.executions(KEPT);
		await until('it has started its workflow', async () => (await executions()).length > 0);
		expect(await endings(server.api, KEPT)).toEqual(['success']);
		expect(subscription(KEPT)).toEqual(before[0]);
	});

	test('a subscription is made again that somebody deleted while n8n was away', async () => {
		await until('it is there', () => subscription(DELETED) !== undefined);
		expect(subscription(DELETED)?.id).not.toBe(before[1]?.id);
		expect(subscription(DELETED)?.url).toBe(before[1]?.url);
	});

	test('a subscription is switched on again that somebody switched off', async () => {
		await until('it is switched on', () => subscription(SWITCHED_OFF)?.enabled === true);
		expect(subscription(SWITCHED_OFF)).toEqual({ ...before[2], updatedAt: expect.any(String) });
		expect(subscriptionsIn(server.sandbox)).toHaveLength(WORKFLOWS.length);
	});

	test('a silence that was due while n8n was away starts its workflow', async () => {
		await until('it has come', () => silences().length > 0);
		expect(silences()).toMatchObject([{ silence: { message: { text: 'Posso ajudar?' } } }]);
	});

	test('a reply resumes the execution that waits for it', async () => {
		other.sandbox.writeAsContact(phoneOf(1), { text: '1' });
		expect(await replies.arrived(1)).toEqual([
			expect.objectContaining({ replied: true, approved: true }),
		]);
		await waits(other.sandbox, 0);
	});
});

describe('when n8n gets another address', () => {
	let before: ReturnType<typeof subscriptions>;
	let looksBefore: number;

	beforeAll(async () => {
		before = subscriptions();
		looksBefore = looks();
		await server.restart(await freePort());
	});

	test('the subscriptions move', async () => {
		const moved = (workflow: string) => subscription(workflow)?.url?.startsWith(server.n8n.url);
		await until('all have moved', () => WORKFLOWS.every(moved));
		expect(subscriptions()).toEqual(
			before.map((one) => ({
				...one,
				updatedAt: expect.any(String),
				url: expect.stringMatching(new RegExp(`^${server.n8n.url}/webhook/`)),
			})),
		);
		expect(subscriptionsIn(server.sandbox)).toHaveLength(WORKFLOWS.length);
	});

	test('a silence does not start its workflow again', async () => {
		await until('n8n has looked for silences', () => looks() > looksBefore);
		expect(await server.api.executions(SILENT)).toHaveLength(1);
		expect(silences()).toHaveLength(1);
	});

	test('messages come there', async () => {
		server.sandbox.writeAsContact(PHONE, { text: 'dois' });
		const arrived = () => events.items.filter(({ text }) => text === 'dois');
		await until('each has started its workflow', () => arrived().length === WORKFLOWS.length);
	});
});
