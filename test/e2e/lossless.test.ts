import { Collector } from './support/collector';
import { endings } from './support/endings';
import { Server } from './support/stage';
import { saveTriggered, subscriptionOf } from './support/triggers';
import { until } from './support/until';

const WORKFLOW = 'e2eLossless';
const PHONE = '5511900000001';
/** Four messages a second. */
const PAUSE_MS = 250;

let server: Server;
let collector: Collector;

beforeAll(async () => {
	server = await Server.start();
	collector = await Collector.start();
	await saveTriggered(server.api, WORKFLOW, ['MESSAGE_RECEIVED'], collector);
	await server.api.activate(WORKFLOW);
	await until('it is subscribed', () => subscriptionOf(server.sandbox, WORKFLOW) !== undefined);
});

afterAll(async () => {
	await server?.close();
	await collector?.close();
});

/** A contact that writes all the time, until it is told to stop. */
function writing() {
	const texts: string[] = [];
	const timer = setInterval(() => {
		const text = `Mensagem ${texts.length}`;
		texts.push(text);
		server.sandbox.writeAsContact(PHONE, { text });
	}, PAUSE_MS);
	return {
		texts,
		stop: () => clearInterval(timer),
		/** Resolves when so many messages more are written. */
		more: async (count: number) => {
			const enough = texts.length + count;
			await until(`${enough} messages are written`, () => texts.length >= enough);
		},
	};
}

test('while a contact writes four times a second, n8n is killed, stopped, and started again each time: every message starts one execution', async () => {
	const contact = writing();
	await contact.more(8);
	for (const end of ['kill', 'stop'] as const) {
		await server.n8n[end]();
		// deliveries are given up meanwhile
		await contact.more(24);
		await server.restart();
		await contact.more(8);
	}
	contact.stop();

	const arrived = () => collector.items.map(({ text }) => String(text));
	// what n8n had begun when it was killed stands in its list, where it can be retried
	const crashed = async () =>
		(await endings(server.api, WORKFLOW)).filter((status) => status === 'crashed').length;
	await until('all have arrived', async () => {
		const lost = contact.texts.filter((text) => !arrived().includes(text));
		return lost.length <= (await crashed());
	});
	expect(new Set(arrived()).size).toBe(arrived().length);
});
