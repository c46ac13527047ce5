import { deliveryIn } from '../../../nodes/WtsChat/events/delivery';
import { sweepOf } from '../../../nodes/WtsChat/replies/sweeps';
import { account, ASKED, said, type Account } from './account';
import { APPROVAL, ask, node } from './asker';

beforeEach(() => {
	jest.useFakeTimers({ now: ASKED });
});
afterEach(() => {
	jest.useRealTimers();
});

describe('a reply that has come before n8n waits', () => {
	/** The name of the subscription once whoever looks after it has come by. */
	async function nameIn(own: Account) {
		await jest.advanceTimersByTimeAsync(2_000);
		return own.subscriptions().map(({ name }) => name);
	}

	test('comes out at once, and is kept for the triggers', async () => {
		const [own, asker] = [account(), node()];
		own.messages.push(said(7, 'Não'), said(5, 'Sim'));
		const came = await ask(asker, own, { expects: APPROVAL });
		expect(came).toMatchObject({ replied: true, text: 'Sim', approved: true });
		expect(asker.waits).toEqual([]);
		expect(asker.kept).toEqual({});
		expect(asker.items).toMatchObject([{ json: { name: 'Ana' } }]);
		expect(await nameIn(own)).toEqual(['n8n had a reply 2026-11-30T10:00Z m5']);
	});

	test('is kept as a rating where that is wished', async () => {
		const own = account();
		own.messages.push(said(5, '5'));
		const expects = {
			response: { isApproval: false, scale: { least: 1, most: 5 } },
			saveRatingIn: 'nota',
		};
		expect(await ask(node(), own, { expects })).toMatchObject({ replied: true, rating: 5 });
		expect(own.to(/^PUT .*\/partial/)).toMatchObject([{ body: { metadata: { nota: 5 } } }]);
	});

	test('is used once: the next question gets the next one', async () => {
		const [own, asker] = [account(), node()];
		own.messages.push(said(5, 'Sim'), said(7, 'Não'));
		expect(await ask(asker, own)).toMatchObject({ text: 'Sim' });
		expect(await ask(asker, own)).toMatchObject({ text: 'Não' });
		expect(await ask(asker, own)).toMatchObject({ replied: false });
	});

	test('and is not understood is asked for again, and is for no other question', async () => {
		const [own, asker] = [account(), node()];
		const early = said(5, 'talvez');
		own.messages.push(early);
		const expects = { ...APPROVAL, askAgain: { times: 1, text: 'Como?' } };
		expect(await ask(asker, own, { expects })).toMatchObject({ replied: false });
		expect(own.to(/send\/text/)).toMatchObject([{ body: { text: 'Como?\n\n1. Sim\n2. Não' } }]);
		expect(asker.waits).toHaveLength(1);
		const delivery = deliveryIn({ eventType: 'MESSAGE_RECEIVED', content: early })!;
		expect(sweepOf(own.api).list.stateOf(delivery)).toBe('taken');
	});

	test('after others that were not understood takes them along', async () => {
		const [own, asker] = [account(), node()];
		own.messages.push(said(5, 'talvez'), said(9, 'Sim'));
		const expects = { ...APPROVAL, askAgain: { times: 1, text: 'Como?' } };
		expect(await ask(asker, own, { expects })).toMatchObject({ approved: true, text: 'Sim' });
		expect(await nameIn(own)).toEqual([
			'n8n had a reply 2026-11-30T10:00Z m9 2026-11-30T10:00:09.000Z',
		]);
	});
});
