import { Collector } from '../e2e/support/collector';
import { joinSite, type Site } from '../e2e/support/stage';
import { manyMessages, manyWait } from '../e2e/support/storms';

let site: Site;
let collector: Collector;

beforeAll(async () => {
	site = await joinSite();
	collector = await Collector.start();
});

afterAll(async () => {
	await site?.close();
	await collector?.close();
});

test('200 executions wait at once, and each gets the reply of its own contact', async () => {
	await manyWait(site, collector, 200);
});

test('500 messages in ten seconds start 500 executions, however often they are delivered', async () => {
	await manyMessages(site, collector, 500);
});
