import type { IDataObject } from 'n8n-workflow';
import { useSandbox } from '../../support/account';
import { run } from '../../support/engine';

const sandbox = useSandbox();

async function channels(values: IDataObject) {
	const account = sandbox();
	const { items } = await run({
		parameters: { resource: 'channel', operation: 'getMany', ...values },
		account,
	});
	return { ids: items.map(({ json }) => json.id), query: account.requests.at(-1)?.query };
}

test('all channels come out when no platform is chosen', async () => {
	const { ids, query } = await channels({ returnAll: true });
	expect(query).toEqual({});
	expect(ids).toEqual(sandbox().account.channels.map(({ id }) => id));
});

test.each([
	['Whatsapp', 'WhatsApp'],
	['Instagram', 'Instagram'],
	['Messenger', 'Messenger'],
	['WebChat', 'WebChat'],
])('%s only', async (platform, kept) => {
	const { ids, query } = await channels({ filters: { platform } });
	expect(query).toEqual({ ChannelType: platform });
	expect(ids).toEqual(
		sandbox()
			.account.channels.filter(({ identity }) => identity?.platform === kept)
			.map(({ id }) => id),
	);
});

test('at most as many as asked for', async () => {
	expect((await channels({ limit: 1 })).ids).toHaveLength(1);
});
