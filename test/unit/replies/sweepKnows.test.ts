import { answeredBy, known, message, MINUTE_MS, NOW, SECOND_MS, wait } from './questions';
import { pass, useWorld } from './world';

const world = useWorld();

/** When who waits was known to whoever has asked for it now, in seconds. */
function asked(how: 'known' | 'listed'): number[] {
	const seconds: number[] = [];
	const { sweep, door } = world();
	void sweep[how](door).then(() => seconds.push((Date.now() - NOW) / SECOND_MS));
	return seconds;
}

const lists = () => world().secondsOf('list');

describe('who waits is known', () => {
	test('at once where it was never asked, and again where nobody waited two seconds ago', async () => {
		const first = asked('known');
		await pass(0);
		expect([first, lists()]).toEqual([[0], [0]]);
		await pass(2 * SECOND_MS);
		const soon = asked('known');
		await pass(0);
		expect([soon, lists()]).toEqual([[2], [0]]);
		await pass(1);
		const later = asked('known');
		await pass(0);
		expect([later, lists()]).toEqual([[2.001], [0, 2.001]]);
	});

	test('from what others were told a moment ago', async () => {
		const { sweep, door } = world();
		sweep.found(door, [], NOW);
		await pass(SECOND_MS);
		asked('known');
		await pass(SECOND_MS);
		expect(lists()).toEqual([]);
	});

	test('where somebody waits, as it is now, but asked once a second at most, for all', async () => {
		world().sweep.list.begin(world().subscribed(wait(1)));
		const first = [asked('known'), asked('known')];
		await pass(300);
		expect([first, lists()]).toEqual([[[0], [0]], [0]]);
		const second = [asked('known')];
		await pass(300);
		second.push(asked('known'));
		await pass(SECOND_MS);
		expect([second, lists()]).toEqual([
			[[1], [1]],
			[0, 1],
		]);
		await pass(10 * SECOND_MS);
		const third = asked('known');
		await pass(0);
		expect([third, lists()]).toEqual([[11.6], [0, 1, 11.6]]);
	});

	test('where somebody had a reply lately, as it is now', async () => {
		const { list } = world().sweep;
		list.use(message('m', 'session 1', SECOND_MS), answeredBy(known(1)), NOW);
		asked('known');
		await pass(SECOND_MS);
		asked('known');
		await pass(0);
		expect(lists()).toEqual([0, 1]);
	});

	test('as far as the API tells it, and asked again later where it does not', async () => {
		world().sweep.list.begin(world().subscribed(wait(1)));
		world().refused = /^list/;
		const refused = asked('known');
		await pass(SECOND_MS);
		expect(refused).toEqual([0]);
		world().refused = /^$/;
		asked('known');
		await pass(0);
		expect(lists()).toEqual([0, 1]);
	});
});

describe('who waits is asked anew', () => {
	beforeEach(() => {
		world().listMs = 400;
	});

	test('each time, once the answer to those before has come', async () => {
		const first = asked('listed');
		await pass(100);
		const meanwhile = [asked('listed'), asked('listed')];
		await pass(MINUTE_MS);
		expect([first, ...meanwhile]).toEqual([[0.4], [0.8], [0.8]]);
		expect(lists()).toEqual([0, 0.4]);
		const later = asked('listed');
		await pass(MINUTE_MS);
		expect([later, lists()]).toEqual([[60.5], [0, 0.4, 60.1]]);
	});

	test('also where the API has given no answer', async () => {
		world().refused = /^list/;
		const first = asked('listed');
		await pass(100);
		world().refused = /^$/;
		const second = asked('listed');
		await pass(MINUTE_MS);
		expect([first, second]).toEqual([[0], [0.5]]);
	});

	test('and those who wait then are known', async () => {
		world().subscribed(wait(1));
		asked('listed');
		await pass(MINUTE_MS);
		expect(world().sweep.list.waits.map(({ signature }) => signature)).toEqual(['signature 1']);
	});
});
