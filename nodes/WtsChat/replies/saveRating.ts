import type { IDataObject } from 'n8n-workflow';
import type { Expectation } from '../operations/operation';
import type { Api } from '../transport/api';
import { put } from '../transport/contract';

/**
 * Keeps the rating of a reply, with its comment, in the metadata of the session, where that is wished.
 * That it cannot be kept is no reason to lose the reply; its item tells why.
 *
 * Source: PUT /chat/v2/session/{id}/partial
 */
export async function withRatingSaved(
	api: Api,
	item: IDataObject,
	{ saveRatingIn: key }: Expectation,
): Promise<IDataObject> {
	const { sessionId, rating, comment } = item;
	if (!key || typeof rating !== 'number') return item;
	const body = {
		fields: ['Metadata'] as const,
		metadata: { [key]: rating, [`${key}Comment`]: comment },
	};
	try {
		await api.send(put('/chat/v2/session/{id}/partial', { path: { id: String(sessionId) }, body }));
		return item;
	} catch (error) {
		return { ...item, metadataError: (error as Error).message };
	}
}
