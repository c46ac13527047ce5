import { handedOver } from '../../../nodes/WtsChat/trigger/handover';
import {
	begun,
	bodyOf,
	eventIn,
	executed,
	textsOf,
	useClock,
	written,
	type Begun,
} from './executions';

useClock();

const quiet = { quietSeconds: 5, mostSeconds: 20 };

describe('where the process could not read what else the contact has written', () => {
	async function unread(listed: unknown, handed: object[], more: Begun = {}) {
		const answers = { '/chat/v1/message': listed, '/chat/v2/session/s': { id: 's' } };
		return await begun(handed, { options: quiet, isRead: false, answers, ...more });
	}

	test('the execution does, and begins with all of the burst up to its message', async () => {
		const items = [-20, -3, -1, 0, 2].map((second) => written(second));
		const { jsons, warnings } = await unread({ items }, [bodyOf(written(0))]);
		expect(jsons.map(textsOf)).toEqual([['-3', '-1', '0']]);
		expect(warnings).toEqual([]);
	});

	test('what the process has heard stands once in it, in the order in which it was written', async () => {
		const items = [-6, -4, -2, 0].map((second) => written(second));
		const handed = [-4, 0].map((second) => bodyOf(written(second)));
		const { jsons } = await unread({ items: items.reverse() }, handed);
		expect(jsons.map(textsOf)).toEqual([['-6', '-4', '-2', '0']]);
	});

	test('what it reads has to pass the filters, and to be no reply', async () => {
		const items = [written(-4, { type: 'IMAGE' }), written(-3), written(-2), written(0)];
		const handed = [-3, 0].map((second) => ({ delivery: eventIn(bodyOf(written(second))) }));
		const [first, last] = handed;
		const stored = [handedOver([{ ...first!, noted: 'taken' }, last!], false)];
		const { jsons } = await executed({
			items: stored,
			parameters: { filters: { messageTypes: ['TEXT'] }, options: quiet },
			answers: { '/chat/v1/message': { items }, '/chat/v2/session/s': { id: 's' } },
		});
		expect(jsons.map(textsOf)).toEqual([['-2', '0']]);
	});

	test('it begins with what is known where the API gives no answer, and n8n says so in its log', async () => {
		const handed = [-1, 0].map((second) => bodyOf(written(second)));
		const { jsons, warnings } = await unread(403, handed);
		expect(jsons.map(textsOf)).toEqual([['-1', '0']]);
		expect(warnings).toEqual([
			expect.stringMatching(/^What else the contact has written could not be read\. ./),
		]);
	});

	test.each<[string, Begun]>([
		['the process has read it', { isRead: true }],
		['each message starts the workflow by now', { options: {} }],
	])('it does not where %s', async (_name, more) => {
		const { jsons, paths } = await unread({ items: [written(-1)] }, [bodyOf(written(0))], more);
		expect(jsons.map(({ text }) => text)).toEqual(['0']);
		expect(paths()).not.toContain('/chat/v1/message');
	});

	test('messages that do not tell when they were written stay before those that do', async () => {
		const handed = [
			bodyOf({ id: 'a', text: 'a' }),
			bodyOf({ id: 'b', text: 'b' }),
			bodyOf(written(0)),
		];
		const { jsons } = await unread({ items: [written(-1)] }, handed);
		expect(jsons.map(textsOf)).toEqual([['a', 'b', '-1', '0']]);
	});
});
