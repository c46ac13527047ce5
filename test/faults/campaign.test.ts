import { startSandbox, STORM, type Sandbox } from '../../playground/sandbox';
import { speedUp } from '../support/clock';
import { FACTOR, ITEMS, outcomesOf, runMany } from './support';

/** Large enough for every kind of fault; in the large storms, a campaign of 5,000. */
const COUNT = ITEMS > 5_000 ? 5_000 : ITEMS / 10;
/** The storm of messages has those that hang, which take seconds each. */
const FAULTS = STORM.filter(({ fault }) => !fault.startsWith('hang'));
const TAG = '7d5f7a9b-1c2e-4d6f-8a0b-2c4d6e8f0a1c';

let sandbox: Sandbox;
let slowDown: () => void;
beforeAll(async () => {
	slowDown = speedUp(FACTOR);
	sandbox = await startSandbox({ account: 'small', faults: FAULTS, seed: 2026 });
});
afterAll(async () => {
	slowDown();
	await sandbox.close();
});

const phoneOf = (n: number) => `55119${String(80_000_000 + n)}`;
const hasOptedOut = (n: number) => n % 5 === 0;

test('a campaign in a storm of faults reaches nobody twice, and nobody who has opted out', async () => {
	const { account } = sandbox;
	account.tags.push({ ...account.tags[0]!, id: TAG, name: 'Não perturbe' });
	const people = Array.from({ length: COUNT }, (_, n) => n);
	for (const n of people.filter(hasOptedOut)) {
		account.contacts.push({
			...account.contacts[0]!,
			id: `8d5f7a9b-1c2e-4d6f-8a0b-${String(n).padStart(12, '0')}`,
			phoneNumber: `+55|${phoneOf(n).slice(2)}`,
			tagIds: [TAG],
		});
	}
	const outcome = await runMany(
		sandbox,
		{
			resource: 'message',
			operation: 'sendTemplate',
			from: { __rl: true, mode: 'number', value: '551130000000' },
			to: '=+{{ $json.to }}',
			templateId: account.templates[0]?.id,
			specifyParameters: 'json',
			templateParametersJson: '{ "nome": "Júlia", "pedido": "1" }',
			options: { skipTagIds: [TAG], messagesPerMinute: 6_000 },
		},
		people.map((n) => ({ to: phoneOf(n) })),
	);

	const taken = new Map<string, number>();
	for (const { path, processed, body } of sandbox.requests) {
		if (!processed || !path.startsWith('/chat/v1/send/template')) continue;
		const { to } = body as { to: string };
		taken.set(to, (taken.get(to) ?? 0) + 1);
	}
	expect([...taken.values()].filter((times) => times > 1)).toEqual([]);
	expect(people.filter((n) => hasOptedOut(n) && taken.has(phoneOf(n)))).toEqual([]);

	const outcomes = outcomesOf(outcome, COUNT);
	const isSent = outcomes.map(({ sent }) => sent === true);
	const isSkipped = outcomes.map(({ sent }) => sent === false);
	expect(people.filter((n) => isSkipped[n] !== hasOptedOut(n))).toEqual([]);
	expect(people.filter((n) => isSent[n] && !taken.has(phoneOf(n)))).toEqual([]);
	const doubtful = people.filter((n) => !isSent[n] && taken.has(phoneOf(n)));
	expect(
		doubtful.filter((n) => !String(outcomes[n]?.error).includes('may have been sent')),
	).toEqual([]);

	const [sent, skipped] = [isSent, isSkipped].map((all) => all.filter(Boolean).length);
	expect(outcome.hints).toContain(
		`Of ${COUNT} messages, ${sent} were sent, ${skipped} were skipped (The contact has the tag "Não perturbe": ${skipped}), and ${COUNT - sent! - skipped!} failed.`,
	);
	expect(sent).toBeGreaterThan(COUNT * 0.6);
});
