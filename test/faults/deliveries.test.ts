import { useSandbox } from '../support/account';
import { useTriggers } from '../support/trigger';

const sandbox = useSandbox();
const trigger = useTriggers();

const EVENTS = 500;

test('of 500 events at once, delivered twice to an n8n that often fails to store them, each starts the workflow once', async () => {
	let tries = 0;
	const stage = await trigger({
		parameters: { events: ['CONTACT_UPDATE'] },
		account: sandbox(),
		store: () => {
			if (++tries % 3 === 0) throw new Error('SQLITE_BUSY: database is locked');
		},
	});
	await stage.activate();
	Object.assign(sandbox().events.options, { copies: 2, retries: 12, retryAfterMs: 1 });
	const names = Array.from({ length: EVENTS }, (_, n) => `Contato ${n}`);
	// no more tells one of them from another
	for (const name of names) sandbox().events.tell('CONTACT_UPDATE', { name });
	await sandbox().events.settled();

	expect(stage.executions.map(({ json }) => json.name).sort()).toEqual([...names].sort());
	const statuses = sandbox().events.deliveries.map(({ status }) => status);
	expect(statuses.filter((status) => status === 200)).toHaveLength(2 * EVENTS);
	// the storm was one
	expect(statuses.filter((status) => status === 500).length).toBeGreaterThan(EVENTS / 4);
});
