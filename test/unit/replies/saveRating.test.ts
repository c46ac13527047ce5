import type { IDataObject } from 'n8n-workflow';
import { withRatingSaved } from '../../../nodes/WtsChat/replies/saveRating';
import { answering, failure } from '../operations/support';

const expects = { response: { isApproval: false }, saveRatingIn: 'nota' };
const item = { sessionId: 's 1', rating: 5, comment: 'Ótimo', text: '5, Ótimo' };

test('a rating is kept with its comment in the metadata of the session, beside what stands there', async () => {
	const { api, requests } = answering();
	expect(await withRatingSaved(api, item, expects)).toEqual(item);
	expect(requests).toEqual([
		expect.objectContaining({
			method: 'PUT',
			path: '/chat/v2/session/s%201/partial',
			body: { fields: ['Metadata'], metadata: { nota: 5, notaComment: 'Ótimo' } },
		}),
	]);
});

test.each<[string, IDataObject, string | undefined]>([
	['is not to be kept', item, undefined],
	['is to be kept under no name', item, ''],
	['was not understood', { ...item, rating: null }, 'nota'],
	['was not asked for', { text: 'Sim' }, 'nota'],
])('where it %s, nothing is changed', async (_, given, saveRatingIn) => {
	const { api, requests } = answering();
	expect(await withRatingSaved(api, given, { ...expects, saveRatingIn })).toEqual(given);
	expect(requests).toEqual([]);
});

test('one that cannot be kept is there all the same, and says why', async () => {
	const { api } = answering(() => {
		throw failure();
	});
	expect(await withRatingSaved(api, item, expects)).toEqual({
		...item,
		metadataError: 'It cannot be reached',
	});
});
