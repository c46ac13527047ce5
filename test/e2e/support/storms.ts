import { setTimeout as sleep } from 'node:timers/promises';
import { executionsWait, phoneOf, publishAsking, waits, waitsIn } from './asking';
import type { Collector } from './collector';
import { endings } from './endings';
import type { Site } from './stage';
import { saveTriggered, subscriptionOf } from './triggers';
import { until } from './until';

const PHONE = '5511900000001';

/** How many replies n8n has to deal with at once; each comes to five executions that listen. */
const ON_THEIR_WAY = 3;

/** That many executions wait at once, and each gets the reply of its own contact. */
export async function manyWait(site: Site, collector: Collector, count: number): Promise<void> {
	const { api, sandbox } = site;
	const { items } = collector;
	items.length = 0;
	const id = 'e2eManyWait';
	const ask = await publishAsking(site, id, collector);
	await ask(1_000);
	await Promise.all(Array.from({ length: count - 1 }, async (_, n) => await ask(1_001 + n)));
	await executionsWait(site, id, count);
	expect(waitsIn(sandbox)).toHaveLength(count);

	// in another order than they were asked, and as fast as n8n takes them
	for (let left = count - 1; left >= 0; left--) {
		sandbox.writeAsContact(phoneOf(1_000 + left), { text: left % 2 === 0 ? 'Sim' : 'Não' });
		await collector.arrived(count - left - ON_THEIR_WAY);
	}
	await collector.arrived(count);
	await sandbox.events.settled();
	expect(await endings(api, id)).toEqual(Array(count).fill('success'));
	expect(items).toHaveLength(count);
	expect(items.filter(({ approved }) => approved === true)).toHaveLength(count / 2);
	expect(new Set(items.map(({ sessionId }) => sessionId)).size).toBe(count);
	await waits(sandbox, 0);
}

/** That many messages, fifty a second and each of them delivered twice, start one execution each. */
export async function manyMessages(site: Site, collector: Collector, count: number): Promise<void> {
	const { api, sandbox } = site;
	const { items } = collector;
	items.length = 0;
	const id = 'e2eManyMessages';
	await api.activate(await saveTriggered(api, id, ['MESSAGE_RECEIVED'], collector));
	await until('the workflow is subscribed', () => subscriptionOf(sandbox, id) !== undefined);
	sandbox.events.options.copies = 2;

	const began = Date.now();
	for (let n = 0; n < count; n++) {
		sandbox.writeAsContact(PHONE, { text: `mensagem ${n}` });
		await sleep(Math.max(0, began + (n + 1) * 20 - Date.now()));
	}
	await collector.arrived(count);
	await sandbox.events.settled();
	sandbox.events.options.copies = 1;
	expect(await endings(api, id)).toEqual(Array(count).fill('success'));
	expect(items).toHaveLength(count);
	expect(new Set(items.map(({ text }) => text)).size).toBe(count);
	await api.deactivate(id);
}
