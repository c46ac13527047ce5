import type { IDataObject } from 'n8n-workflow';
import { useSandbox } from '../../support/account';
import { run } from '../../support/engine';

const sandbox = useSandbox();

test('the office hours come out as one item, with their days', async () => {
	const account = sandbox();
	const { items } = await run({
		parameters: { resource: 'officeHours', operation: 'get' },
		account,
	});
	expect(items.map(({ json }) => json)).toEqual([account.account.officeHours]);
});

describe('Is Open Now', () => {
	async function isOpenNow(options: IDataObject) {
		return await run({
			parameters: { resource: 'officeHours', operation: 'isOpenNow', options },
			account: sandbox(),
		});
	}

	test("tells what is next in the account's own time, for a moment in the workflow's", async () => {
		const { items } = await isOpenNow({ moment: '2026-09-15T12:30:00' });
		expect(items.map(({ json }) => json)).toEqual([
			{
				open: false,
				nextOpening: '2026-09-15T13:30:00.000-03:00',
				nextClosing: '2026-09-15T18:00:00.000-03:00',
				timeZone: 'UTC-3',
				moment: '2026-09-15T12:30:00.000-03:00',
			},
		]);
	});

	test('is about now, unless another moment is given', async () => {
		const before = Date.now();
		const { items } = await isOpenNow({});
		const asked = Date.parse(String(items[0]?.json.moment));
		expect(asked).toBeGreaterThanOrEqual(before);
		expect(asked).toBeLessThanOrEqual(Date.now());
	});

	test('follows a time zone that is named', async () => {
		const { items } = await isOpenNow({
			moment: '2026-09-15T08:30:00Z',
			timeZone: 'Europe/Lisbon',
		});
		expect(items[0]?.json).toMatchObject({
			open: true,
			nextClosing: '2026-09-15T12:00:00.000+01:00',
			timeZone: 'Europe/Lisbon',
		});
	});

	test('an account without hours is always open', async () => {
		const { account } = sandbox();
		account.officeHours = { ...account.officeHours, limitHours: false, timezoneDiff: null };
		const { items } = await isOpenNow({ moment: '2026-09-13T03:00:00Z' });
		expect(items.map(({ json }) => json)).toEqual([
			{
				open: true,
				nextOpening: null,
				nextClosing: null,
				timeZone: null,
				moment: '2026-09-13T03:00:00.000Z',
			},
		]);
	});

	test('a time zone that is none is refused before anything is asked', async () => {
		const { error } = await isOpenNow({ timeZone: 'BRT' });
		expect(error?.message).toMatch(/^'Time Zone' is not a time zone/);
		expect(sandbox().requests).toEqual([]);
	});

	test('what WTS Chat does not tell is an error, and not a closed office', async () => {
		const { account } = sandbox();
		account.officeHours = { ...account.officeHours, days: null };
		const { error } = await isOpenNow({});
		expect(error?.message).toMatch(/does not tell the office hours/);
	});
});
