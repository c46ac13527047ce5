import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { mapConcurrently } from '../nodes/WtsChat/transport/concurrency';
import { fixedId } from '../playground/sandbox/seed/fixed';
import { EventServer, type Receiver } from './eventServer';
import { withSandbox } from './race';
import { median, type Section } from './report';

/** How events arrive. An answer that is slow by chance weighs more in a small round, so there are more of those. */
const WAYS = [
	{ name: 'one after another', events: 50, atOnce: 1, rounds: 9 },
	{ name: '20 at once', events: 100, atOnce: 20, rounds: 5 },
	{ name: '500 at once', events: 500, atOnce: 500, rounds: 3 },
];

/** The Webhook node reads nothing of the API while the next event comes. */
const SAME_WORK = { readContact: false };

/** What became of the events of one way in one round. */
interface Volley {
	/** Milliseconds until the last answer. */
	wallMs: number;
	/** Milliseconds within which 95 of 100 had their answer. */
	p95Ms: number;
	refused: number;
}

/** A message as WTS Chat delivers it, which nobody else has had. */
function newEvent(): string {
	const now = new Date().toISOString();
	return JSON.stringify({
		eventType: 'MESSAGE_RECEIVED',
		date: now,
		content: {
			id: randomUUID(),
			sessionId: fixedId('session', 0),
			senderId: null,
			type: 'TEXT',
			direction: 'FROM_HUB',
			origin: 'GATEWAY',
			status: 'DELIVERED',
			text: 'Bom dia, gostaria de saber se o meu pedido já saiu para a entrega.',
			timestamp: now,
			createdAt: now,
			updatedAt: now,
			active: true,
			details: { from: '+5511900000001', to: '+551130000000', file: null, errors: null },
		},
		changeMetadata: null,
	});
}

async function send({ url, headers }: Receiver, agent: Agent): Promise<number> {
	const body = newEvent();
	return await new Promise((resolve, reject) => {
		const sent = request(
			url,
			{ method: 'POST', agent, headers: { 'content-type': 'application/json', ...headers } },
			(answer) => answer.resume().once('end', () => resolve(answer.statusCode ?? 0)),
		);
		sent.once('error', reject).end(body);
	});
}

async function volley(
	receiver: Receiver,
	{ events, atOnce }: (typeof WAYS)[number],
): Promise<Volley> {
	const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
	const began = performance.now();
	const answers = await mapConcurrently(Array(events).fill(undefined), atOnce, async () => {
		const sentAt = performance.now();
		const status = await send(receiver, agent);
		return { status, ms: performance.now() - sentAt };
	});
	const wallMs = performance.now() - began;
	agent.destroy();
	const answered = answers.flatMap((answer) => answer ?? []);
	const times = answered.map(({ ms }) => ms).sort((one, other) => one - other);
	return {
		wallMs,
		p95Ms: times[Math.ceil(events * 0.95) - 1] ?? NaN,
		refused: answered.filter(({ status }) => status < 200 || status >= 300).length,
	};
}

/**
 * Sends the events of every way to both in turn; each round begins with the other one.
 *
 * @param end brings their executions to an end before the next events come
 */
async function compare(
	[one, other]: [Receiver, Receiver],
	end: () => Promise<void>,
): Promise<string[][]> {
	const measured = new Map(WAYS.map((way) => [way, new Map<Receiver, Volley[]>()]));
	for (let round = 0; round <= Math.max(...WAYS.map(({ rounds }) => rounds)); round++) {
		for (const [way, volleys] of measured) {
			if (round > way.rounds) continue;
			for (const receiver of round % 2 === 0 ? [one, other] : [other, one]) {
				const result = await volley(receiver, way);
				// the first round lets n8n load what it needs
				if (round > 0) volleys.set(receiver, [...(volleys.get(receiver) ?? []), result]);
				await end();
			}
		}
	}
	return WAYS.map((way) => {
		const [own, yardstick] = [one, other].map((receiver) => measured.get(way)?.get(receiver) ?? []);
		return rowOf(way, own ?? [], yardstick ?? []);
	});
}

function rowOf({ name, events }: (typeof WAYS)[number], own: Volley[], yardstick: Volley[]) {
	const ratio = (of: (volley: Volley) => number) =>
		median(own.map((volley, round) => of(volley) / of(yardstick[round]!))).toFixed(2);
	const refused = (volleys: Volley[]) => volleys.reduce((sum, volley) => sum + volley.refused, 0);
	return [
		name,
		`${ratio(({ wallMs }) => events / wallMs)} ×`,
		`${ratio(({ p95Ms }) => p95Ms)} ×`,
		`${refused(own)} and ${refused(yardstick)} of ${own.length * events}`,
	];
}

/** Sends requests as long as the account is there, so that it has nothing left for anybody else. */
async function useUp({ url, apiKey }: { url: string; apiKey: string }): Promise<void> {
	const headers = { authorization: `Bearer ${apiKey}` };
	for (;;) {
		const answer = await fetch(`${url}/core/v1/agent`, { headers }).catch(() => undefined);
		if (!answer) return;
		await answer.arrayBuffer();
		if (answer.status === 429) await new Promise((resolve) => setTimeout(resolve, 100));
	}
}

/** The trigger beside n8n's own Webhook node in a real n8n. */
export async function measureEvents(): Promise<Section> {
	const rows = await withSandbox(['--limits', '1'], async (account) => {
		const server = await EventServer.start(account);
		try {
			const webhook = await server.publishWebhook('webhook');
			const plain = await server.publishTrigger('plain', { options: SAME_WORK });
			const userIds = [fixedId('user', 0)];
			const filtered = await server.publishTrigger('filtered', {
				filters: { userIds },
				options: SAME_WORK,
			});
			const free = await compare(
				[plain, webhook],
				async () => await server.settled([plain, webhook]),
			);
			void useUp(account);
			const limited = await compare([filtered, webhook], async () => {
				// otherwise they would wait for the account
				await server.stopAll(filtered);
				await server.settled([filtered, webhook]);
			});
			return [
				...free,
				...limited.map(([name, ...cells]) => [`${name}, at the limits of the account`, ...cells]),
			];
		} finally {
			await server.close();
		}
	});
	return {
		title: 'Events',
		about: `Events to a published workflow of a real n8n (SQLite) in which a node follows that does nothing: WTS Chat Trigger without _Read Contact_, as a ratio to n8n's own Webhook node with a header credential, both in turn; median of ${WAYS.map(({ rounds }) => rounds).join(', ')} rounds. At the limits of the account, the trigger has a filter by user, which has to read each session, and the account refuses every request.`,
		header: ['', 'Events a second', '95th percentile of the answer', 'Not answered with 2xx'],
		rows,
	};
}
