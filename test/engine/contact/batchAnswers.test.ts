import { run } from '../../support/engine';
import { scriptedApi } from '../../support/scriptedApi';

const UNTOLD = 'WTS Chat does not say what became of this contact; it may have been saved';

// the contract promises no order, and says nothing of answers that are too short
async function upsert(answer: unknown[]) {
	const api = await scriptedApi({ json: answer });
	return await run({
		parameters: {
			resource: 'contact',
			operation: 'upsert',
			phoneNumber: '={{ $json.phone }}',
			options: { batching: true },
		},
		items: [{ phone: '11 91234-0001' }, { phone: '11 91234-0002' }],
		account: { url: api.url, apiKey: 'pn_0' },
		settings: { onError: 'continueRegularOutput' },
	});
}

test('each item gets its contact, in whatever order the contacts come', async () => {
	const { items } = await upsert([
		{ id: 'two', phoneNumber: '+55|11912340002' },
		{ id: 'one', phoneNumber: '+55|11912340001' },
	]);
	expect(items.map(({ json }) => json.id)).toEqual(['one', 'two']);
});

test('a contact that cannot be told is no success, whatever the order', async () => {
	const { items } = await upsert([
		{ id: 'one', phoneNumber: '+55|11912340001' },
		{ id: 'two', phoneNumber: '+1|11912340002' },
	]);
	expect(items.map(({ json }) => json.error ?? json.id)).toEqual(['one', UNTOLD]);
});

test('fewer contacts than items are not taken for success', async () => {
	const { items } = await upsert([{ id: 'two', phoneNumber: '+55|11912340002' }]);
	expect(items.map(({ json }) => json.error ?? json.id)).toEqual([UNTOLD, 'two']);
});
