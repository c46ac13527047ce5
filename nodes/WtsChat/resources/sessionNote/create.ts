import { webAddress } from '../../fields/address';
import { additionalFieldsOf } from '../../fields/collections';
import { InputError, unlessBlank, type ItemParameters } from '../../fields/itemParameters';
import { sessionId } from '../../fields/session';
import { post } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: POST /chat/v1/session/{id}/note; the contract demands neither text nor files, but an empty note makes no sense. */
export const create: RequestOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create a session note',
	description: 'Write an internal note on a session; the contact does not see it',
	fields: [
		sessionId,
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			placeholder: 'e.g. Cliente pediu retorno na sexta-feira',
			description: 'What the note says; it may stay empty when files are attached',
		},
		additionalFieldsOf([
			{
				displayName: 'File IDs',
				name: 'fileIds',
				type: 'string',
				default: '',
				placeholder: 'e.g. 3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10',
				description: 'Comma-separated IDs of files that were uploaded to WTS Chat before',
			},
			{
				displayName: 'File URLs',
				name: 'fileUrls',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://files.example.com/proposta-118.pdf',
				description:
					'Comma-separated public addresses of files. Give a list by an expression where an address itself holds a comma.',
			},
		]),
	],
	request: (parameters) =>
		post('/chat/v1/session/{id}/note', {
			path: { id: parameters.requiredId('sessionId') },
			body: noteFrom(parameters),
		}),
};

function noteFrom(parameters: ItemParameters) {
	const files = parameters.group('additionalFields');
	const note = unlessBlank({
		text: parameters.text('text'),
		filesUrls: files
			.texts('fileUrls')
			?.map((address) => webAddress(address, files.label('fileUrls'))),
		filesIds: files.ids('fileIds'),
	});
	if (note) return note;
	throw new InputError('The note is empty', "Fill in 'Text', or attach files by URL or ID.");
}
