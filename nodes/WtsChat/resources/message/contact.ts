import type { IDataObject } from 'n8n-workflow';
import type { Output } from '../../fields/output';
import { contactName, phone } from '../../fields/properties';
import type { Api } from '../../transport/api';
import { get } from '../../transport/contract';

/**
 * The details of the contact whose conversation it is, where the output tells of them: messages do not
 * carry them. A session that cannot be read is no reason to go without the messages.
 */
export async function contactOf(
	api: Api,
	sessionId: string | undefined,
	output: Output,
): Promise<IDataObject> {
	const isTold = output?.some((property) => property === contactName || property === phone);
	if (!isTold || !sessionId) return {};
	const request = get('/chat/v2/session/{id}', {
		path: { id: sessionId },
		query: { includeDetails: ['ContactDetails'] },
	});
	const session = await api.send(request).catch(() => undefined);
	return { contactDetails: session?.contactDetails };
}
