import { post } from '../../transport/contract';
import { captioned } from './media';

export const sendDocument = captioned(
	{
		name: 'Send Document',
		value: 'sendDocument',
		action: 'Send a document',
		description: 'Send a file of any type as a document to a contact or into a session',
	},
	'document',
	(body) => post('/chat/v1/send/document', { body }),
);
