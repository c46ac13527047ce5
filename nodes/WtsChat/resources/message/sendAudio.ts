import { simplified } from '../../fields/output';
import { messageTarget } from '../../fields/recipient';
import { sendInTurn } from '../../operations/conditions';
import { waitForDelivery } from '../../fields/sendOptions';
import { following, sendStatus } from '../../operations/delivery';
import { jobOperation } from '../../operations/operation';
import { onConditions, timedOut } from '../../operations/record';
import { post } from '../../transport/contract';
import { freeMessageOf, freeMessageOptions, sendShortForm } from './freeMessage';
import { mediaOf } from './media';

export const sendAudio = jobOperation({
	name: 'Send Audio',
	value: 'sendAudio',
	action: 'Send an audio message',
	description: 'Send an audio file to a contact or into a session, without a caption',
	record: ['SendResult', timedOut, onConditions],
	fields: {
		target: messageTarget,
		media: mediaOf('audio'),
		waitForDelivery,
		output: simplified(sendShortForm),
		options: freeMessageOptions,
	},
	prepare({ target, media, waitForDelivery: seconds, options }) {
		const message = freeMessageOf(target, options);
		return following(seconds, sendStatus, async (api) => {
			const body = { ...message, fileIdOrUrl: await media(api) };
			return await sendInTurn(api, {
				target,
				campaign: options.campaign,
				conditions: options.conditions,
				send: async () => await api.send(post('/chat/v1/send/audio', { body })),
			});
		});
	},
});
