import { startSandbox, STORM, type Sandbox } from '../../playground/sandbox';
import { FACTOR, ITEMS, outcomesOf, runMany } from './support';
import { speedUp } from '../support/clock';

let sandbox: Sandbox;
let slowDown: () => void;
beforeAll(async () => {
	slowDown = speedUp(FACTOR);
	sandbox = await startSandbox({ account: 'large', faults: STORM, seed: 2027 });
});
afterAll(async () => {
	slowDown();
	await sandbox.close();
});

test('in a storm of faults every update ends as intended, or says that it did not', async () => {
	const { sessions } = sandbox.account;
	const items = Array.from({ length: ITEMS }, (_, n) => ({
		id: sessions[n % sessions.length]?.id,
		number: String(n),
	}));
	const outcome = await runMany(
		sandbox,
		{
			resource: 'session',
			operation: 'update',
			sessionId: '={{ $json.id }}',
			updateFields: { number: '={{ $json.number }}' },
		},
		items,
	);
	const outcomes = outcomesOf(outcome, ITEMS);
	expect(outcomes.filter(({ error }) => error === undefined).length).toBeGreaterThan(ITEMS * 0.99);

	// the last update of each session that succeeded is the one that shows, unless one after it was in doubt
	for (const [place, session] of sessions.entries()) {
		const numbers = items.map((_, n) => n).filter((n) => n % sessions.length === place);
		const succeeded = numbers.filter((n) => outcomes[n]?.error === undefined);
		const doubtful = numbers.filter((n) =>
			String(outcomes[n]?.error).includes('may have been made'),
		);
		const last = succeeded.at(-1);
		const possible = [last, ...doubtful.filter((n) => last === undefined || n > last)].map(String);
		expect(possible).toContain(session.number);
	}
});
