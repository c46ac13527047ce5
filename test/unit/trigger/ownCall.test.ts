import type { IHttpRequestOptions, IWebhookFunctions } from 'n8n-workflow';
import { callItself, canCallItself } from '../../../nodes/WtsChat/trigger/ownCall';

let port = 5_000;

interface Own {
	socket?: object;
	/** What each call comes to; the last one repeats. */
	answers?: unknown[];
}

/** A request that has come in at a place of its own, and the calls of n8n to itself. */
function arrived({ socket, answers = [{ address: 'https://n8n.example.com/webhook/w' }] }: Own) {
	const calls: Array<{ at: number } & IHttpRequestOptions> = [];
	const context = {
		getRequestObject: () => ({
			socket: socket ?? { localAddress: '10.0.0.7', localPort: ++port },
			originalUrl: '/webhook/w?secret=s',
		}),
		helpers: {
			httpRequest: async (options: IHttpRequestOptions) => {
				calls.push({ at: Date.now(), ...options });
				const answer = answers[Math.min(calls.length, answers.length) - 1];
				await Promise.resolve();
				if (answer instanceof Error) throw answer;
				return answer;
			},
		},
	} as unknown as IWebhookFunctions;
	const place = context.getRequestObject();
	return { context: { ...context, getRequestObject: () => place }, calls };
}

const NOBODY = new Error('ECONNREFUSED');
const MINUTE_MS = 60_000;

beforeEach(() => {
	jest.useFakeTimers({ now: 0 });
});
afterEach(() => {
	jest.useRealTimers();
});

describe('an n8n that calls itself', () => {
	test.each<[string, object, string]>([
		['where it listens', { localAddress: '10.0.0.7', localPort: 5678 }, 'http://10.0.0.7:5678'],
		['by IPv6', { localAddress: '::1', localPort: 5678 }, 'http://[::1]:5678'],
		[
			'under a certificate',
			{ localAddress: '10.0.0.7', localPort: 443, encrypted: true },
			'https://10.0.0.7:443',
		],
		['on this machine, where nothing is told', { localPort: 1 }, 'http://127.0.0.1:1'],
	])('does so %s', async (_name, socket, origin) => {
		const { context, calls } = arrived({ socket });
		await callItself(context, { eventType: 'MESSAGE_RECEIVED' });
		expect(calls).toEqual([
			{
				at: 0,
				url: `${origin}/webhook/w?secret=s`,
				method: 'POST',
				body: { eventType: 'MESSAGE_RECEIVED' },
				json: true,
				timeout: 10_000,
				skipSslCertificateValidation: true,
			},
		]);
	});

	test.each<[string, unknown[], boolean, number[]]>([
		['at once', [{}], true, [0]],
		['with the second call', [NOBODY, {}], true, [0, 250]],
		['with the last call', [NOBODY, NOBODY, NOBODY, {}], true, [0, 250, 1_250, 4_250]],
		['not at all', [NOBODY], false, [0, 250, 1_250, 4_250]],
	])('is heard %s', async (_name, answers, isTaken, times) => {
		const { context, calls } = arrived({ answers });
		const calling = callItself(context, {});
		await jest.advanceTimersByTimeAsync(MINUTE_MS);
		expect(await calling).toBe(isTaken);
		expect(calls.map(({ at }) => at)).toEqual(times);
	});
});

test('of hundreds of bursts that are over at once, ten are brought at a time', async () => {
	let [underway, most] = [0, 0];
	const contexts = Array.from({ length: 300 }, () => {
		const { context } = arrived({});
		context.helpers.httpRequest = async () => {
			most = Math.max(most, ++underway);
			await new Promise((resolve) => setTimeout(resolve, 100));
			underway--;
		};
		return context;
	});
	const bringing = Promise.all(contexts.map(async (context) => await callItself(context, {})));
	await jest.advanceTimersByTimeAsync(MINUTE_MS);
	expect(await bringing).toEqual(contexts.map(() => true));
	expect(most).toBe(10);
});

describe('whether an n8n can call itself', () => {
	test('is found out once for each place, under whatever certificate', async () => {
		const { context, calls } = arrived({});
		const answers = [canCallItself(context), canCallItself(context)];
		expect(await Promise.all(answers)).toEqual([true, true]);
		await jest.advanceTimersByTimeAsync(60 * MINUTE_MS);
		expect(await canCallItself(context)).toBe(true);
		expect(calls).toHaveLength(1);
		expect(calls[0]).toMatchObject({ timeout: 10_000, skipSslCertificateValidation: true });
		const other = arrived({ answers: [NOBODY] });
		expect(await canCallItself(other.context)).toBe(false);
	});

	test('is asked again in five minutes where it could not', async () => {
		const { context, calls } = arrived({ answers: [NOBODY, { address: 'here' }] });
		expect(await canCallItself(context)).toBe(false);
		await jest.advanceTimersByTimeAsync(5 * MINUTE_MS - 1);
		expect(await canCallItself(context)).toBe(false);
		expect(calls).toHaveLength(1);
		await jest.advanceTimersByTimeAsync(1);
		expect(await canCallItself(context)).toBe(true);
		expect(calls).toHaveLength(2);
	});
});
