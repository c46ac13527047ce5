import { missing } from '../../fields/inputError';
import { optionalSender } from '../../fields/sender';
import type { template } from '../../fields/template';
import { messageStatus, sendStatus, type SentMessage } from '../../operations/delivery';
import { idOrUrlOf, storedFileOf } from '../../operations/storeFile';
import type { Target } from '../../operations/target';
import type { Api } from '../../transport/api';
import { post, type ApiRequest } from '../../transport/contract';
import type { freeMessageOf } from './freeMessage';

export type FilledTemplate = ReturnType<typeof template.read>;

/** A message that is ready to go, and the request that tells what became of it. */
export interface Sending {
	send(api: Api): Promise<SentMessage>;
	statusOf(id: string): ApiRequest<SentMessage>;
}

/** A template as the body of a message of the general routes. */
export async function templateBody(api: Api, { file, ...filled }: FilledTemplate) {
	return { ...filled, ...(file && (await storedFileOf(api, file))) };
}

/**
 * A template into a session, or to a contact.
 *
 * @param more what goes with it to a contact
 * @throws InputError where it goes to a contact, and no channel is chosen
 */
export function templateTo(
	{ sessionId, from, to }: Target,
	template: FilledTemplate,
	{
		callbackUrl,
		senderId,
		options,
	}: Pick<ReturnType<typeof freeMessageOf>, 'callbackUrl' | 'senderId' | 'options'>,
): Sending {
	if (sessionId !== undefined) {
		return {
			async send(api) {
				const body = await templateBody(api, template);
				return await api.send(
					post('/chat/v1/session/{id}/message', { path: { id: sessionId }, body }),
				);
			},
			statusOf: messageStatus,
		};
	}
	if (!from) throw missing(optionalSender.label);
	const { file, ...filled } = template;
	return {
		async send(api) {
			const fileIdOrUrl = file && (await idOrUrlOf(api, file));
			const body = { ...filled, callbackUrl, senderId, options, from, to, fileIdOrUrl };
			return await api.send(post('/chat/v1/send/template', { body }));
		},
		statusOf: sendStatus,
	};
}
