import { fileFields } from '../../fields/file';
import { outputFields } from '../../fields/output';
import { recipientFields } from '../../fields/recipient';
import { post } from '../../transport/contract';
import type { JobOperation } from '../operation';
import { following, sendStatus } from './delivery';
import { freeMessageFrom, freeMessageOptions, sendShortForm } from './freeMessage';
import { mediaFrom } from './media';

/** Source: POST /chat/v1/send/audio */
export const sendAudio: JobOperation = {
	name: 'Send Audio',
	value: 'sendAudio',
	action: 'Send an audio',
	description: 'Send a sound file to a contact or into a session; it has no caption',
	shortForm: sendShortForm,
	fields: [...recipientFields, ...fileFields, ...outputFields, freeMessageOptions],
	prepare(parameters) {
		const message = freeMessageFrom(parameters);
		const media = mediaFrom(parameters, 'audio');
		return following(parameters, sendStatus, async (api) => {
			const fileIdOrUrl = await media(api);
			return await api.send(post('/chat/v1/send/audio', { body: { ...message, fileIdOrUrl } }));
		});
	},
};
