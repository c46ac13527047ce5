import { post } from '../../transport/contract';
import { captioned } from './media';

export const sendImage = captioned(
	{
		name: 'Send Image',
		value: 'sendImage',
		action: 'Send an image',
		description: 'Send an image with a caption to a contact or into a session',
	},
	'image',
	(body) => post('/chat/v1/send/image', { body }),
);
