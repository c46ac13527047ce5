import { startSandbox } from '../../playground/sandbox';
import { speedUp } from '../support/clock';
import type * as Engine from '../support/engine';

const FACTOR = 20;
/** Each session is updated twice. */
const ITEMS = 300;

/** An n8n process: the node loaded for itself, so that it knows nothing of what others send. */
function n8nProcess(): typeof Engine {
	let engine: unknown;
	jest.isolateModules(() => (engine = jest.requireActual('../support/engine')));
	return engine as typeof Engine;
}

test('two n8n processes share the limits of an account, and no item fails for them', async () => {
	const slowDown = speedUp(FACTOR);
	const began = Date.now();
	// the account's clock stands until the first refusal, which comes with the 201st request
	let now = () => began;
	const sandbox = await startSandbox({ account: 'large', limits: { now: () => now() } });
	const refused = () => sandbox.requests.filter(({ status }) => status === 429).length;
	const going = setInterval(() => {
		if (refused() > 0) now = Date.now;
	});
	try {
		const { sessions } = sandbox.account;
		const halves = [sessions.slice(0, 150), sessions.slice(150)];
		const outcomes = await Promise.all(
			halves.map(async (half) => {
				const { items } = await n8nProcess().run({
					parameters: {
						resource: 'session',
						operation: 'update',
						sessionId: '={{ $json.id }}',
						updateFields: { number: '={{ $json.number }}' },
						// the clock goes faster, and the machine does not
						requestOptions: { timeout: 30 * FACTOR },
					},
					account: sandbox,
					items: Array.from({ length: ITEMS }, (_, n) => ({
						id: half[n % half.length]?.id,
						number: String(n),
					})),
					settings: { onError: 'continueRegularOutput' },
				});
				return items.map(({ json }) => json.error);
			}),
		);
		expect(outcomes).toEqual(halves.map(() => Array(ITEMS).fill(undefined)));
		for (const half of halves) {
			const last = half.map((_, n) => String(n + half.length));
			expect(half.map(({ number }) => number)).toEqual(last);
		}
		expect(refused()).toBeGreaterThan(0);
	} finally {
		clearInterval(going);
		await sandbox.close();
		slowDown();
	}
});
