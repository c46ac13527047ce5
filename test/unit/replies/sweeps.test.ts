import { allSweeps, sweepAtStart, sweepOf } from '../../../nodes/WtsChat/replies/sweeps';
import { answering } from '../operations/support';
import { known, MINUTE_MS, NOW } from './questions';
import { pass, useWorld } from './world';

const world = useWorld();

const apiOf = (account: string) => ({ ...world().door.api, account });

test('an account has one who looks after its questions, and each account its own', () => {
	const [one, other] = [sweepOf(apiOf('one')), sweepOf(apiOf('other'))];
	expect(sweepOf({ ...answering().api, account: 'one' })).toBe(one);
	expect(other).not.toBe(one);
	expect(allSweeps()).toEqual([one, other]);
});

test('at the start of n8n, the questions that were listed are looked after', async () => {
	const question = world().subscribed(known(1, { listens: true }));
	const { context } = world();
	sweepAtStart(context, apiOf('begins'), world().subscriptions, NOW);
	await pass(0);
	expect(world().did()).toEqual(['sessions']);
	expect(sweepOf(apiOf('begins')).list.waits.map(({ url }) => url)).toEqual([question.url]);
	await pass(MINUTE_MS);
	expect(world().did()).toEqual(['PING to 1', 'list', 'sessions']);
});

test('what has begun since they were listed is looked after as well', async () => {
	const api = apiOf('begins later');
	const question = known(1, { subscribedAt: NOW + 1 });
	sweepOf(api).list.begin(question);
	sweepAtStart(world().context, api, [...world().subscriptions], NOW);
	world().subscribed(known(2));
	sweepAtStart(world().context, api, world().subscriptions, NOW);
	await pass(0);
	const { waits } = sweepOf(api).list;
	expect(waits.map(({ signature, subscriptionId }) => [signature, subscriptionId])).toEqual([
		['signature 1', '1'],
		['signature 2', '2'],
	]);
});

test.each([
	['none', []],
	['those of others alone', [{ id: '1', name: 'My CRM', url: known(1).url, enabled: true }]],
])('where the account has %s, nothing is looked after', async (name, subscriptions) => {
	const before = allSweeps().length;
	sweepAtStart(world().context, apiOf(name), subscriptions, NOW);
	await pass(MINUTE_MS);
	expect(world().did()).toEqual([]);
	expect(allSweeps()).toHaveLength(before);
});
