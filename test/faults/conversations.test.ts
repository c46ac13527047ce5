import fc from 'fast-check';
import { useSandbox } from '../support/account';
import { phoneOf, useAsking } from '../support/asking';
import { useHeldClock } from '../support/heldClock';
import { useWaiting } from '../support/waiting';

/** How many conversations there are: a thousand in `npm run test:storm`, which has others each time. */
const [CONVERSATIONS, SEED] = process.env.STORM_ITEMS ? [1_000] : [20, 2026];
/** So many executions wait at once. */
const TOGETHER = 20;

const QUESTION = 'Pergunta a';

const sandbox = useSandbox();
const n8n = useWaiting();
const { waits } = useAsking(sandbox, n8n);
const clock = useHeldClock(5_000, 50);

/** How many milliseconds after its question a reply comes. */
const pause = fc.constantFrom(200, 1_500, 8_000, 60_000);

const conversation = fc.record({
	pauses: fc.tuple(pause, pause),
	/** How often each reply is delivered. */
	copies: fc.integer({ min: 1, max: 3 }),
	/** Which of all deliveries so far comes once more after each reply. */
	repeated: fc.nat(),
});

const all = fc.sample(conversation, { numRuns: CONVERSATIONS!, seed: SEED });
const groups = Array.from({ length: all.length / TOGETHER }, (_, n) => ({
	n,
	group: all.slice(n * TOGETHER, (n + 1) * TOGETHER),
}));

/** The two contacts of the n-th conversation. */
const phonesOf = (n: number) => [phoneOf(2 * n), phoneOf(2 * n + 1)];

/** Asks both contacts with one node, one after the other, as Loop Over Items does. */
async function ask(n: number) {
	const [first, second] = phonesOf(n).map((phone) => ({ phone: `+${phone}` }));
	return await n8n().run({
		parameters: {
			resource: 'message',
			operation: 'sendAndWait',
			sendTo: 'contact',
			to: '={{ $json.phone ?? $("Feed").first().json.phone }}',
			message: `=${QUESTION} {{ $json.phone }}`,
		},
		account: sandbox(),
		items: [first!],
		next: [second!],
	});
}

const isAsked = (phone: string) =>
	sandbox().account.messages.some(({ text }) => text === `${QUESTION} +${phone}`);

const replyOf = (phone: string) => `Resposta de ${phone}`;

test.each(groups)(
	'each reply in a loop over two contacts is where it belongs, however soon and often it comes: group $n',
	async ({ group }) => {
		const asked = await Promise.all(group.map(async (_, n) => await ask(n)));
		const repetitions: Array<Promise<number>> = [];
		const due = group.map(({ pauses }, n) => ({ n, contact: 0, at: Date.now() + pauses[0] }));
		while (due.length > 0) {
			due.sort((one, other) => one.at - other.at);
			const { n, contact, at } = due.shift()!;
			const { pauses, copies, repeated } = group[n]!;
			const phone = phonesOf(n)[contact]!;
			const isOver = () => n8n().isOver(asked[n]!.id);
			// a reply that n8n has refused is looked for some seconds later
			await clock.asTimePasses(100, () => isAsked(phone) || isOver());
			// whoever replies at once is faster than n8n, which stores that it waits
			if (pauses[contact] !== 200) {
				await clock.asTimePasses(100, () => n8n().isWaiting(asked[n]!.id) || isOver());
			}
			clock.pass(Math.max(0, at - Date.now()));
			sandbox().events.options.copies = copies;
			sandbox().writeAsContact(phone, { text: replyOf(phone) });

			const { deliveries } = sandbox().events;
			const { url, envelope } = deliveries[repeated % deliveries.length] ?? {};
			if (url) repetitions.push(n8n().post(url, envelope));
			if (contact === 0) due.push({ n, contact: 1, at: Date.now() + pauses[1] });
		}
		await clock.asMinutesPass(
			() => asked.every(({ id }) => n8n().isOver(id)) && waits().length === 0,
		);
		await Promise.all(repetitions);

		const given = asked.map(({ id }) =>
			n8n()
				.given(id)
				.map(({ text }) => text),
		);
		expect(given).toEqual(group.map((_, n) => phonesOf(n).map(replyOf)));
		const { messages } = sandbox().account;
		expect(messages.filter(({ text }) => text?.startsWith(QUESTION))).toHaveLength(
			2 * group.length,
		);
	},
);
