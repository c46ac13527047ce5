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
