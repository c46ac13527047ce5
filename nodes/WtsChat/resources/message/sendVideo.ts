import { post } from '../../transport/contract';
import { captioned } from './media';

export const sendVideo = captioned(
	{
		name: 'Send Video',
		value: 'sendVideo',
		action: 'Send a video',
		description: 'Send a video with a caption to a contact or into a session',
	},
	'video',
	(body) => post('/chat/v1/send/video', { body }),
);
