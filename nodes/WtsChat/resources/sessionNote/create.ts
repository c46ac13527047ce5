import { webAddresses } from '../../fields/address';
import { InputError } from '../../fields/inputError';
import { additionalFieldsOf } from '../../fields/kinds/collection';
import { ids } from '../../fields/kinds/id';
import { text } from '../../fields/kinds/text';
import { subjectSessionId } from '../../fields/session';
import { requestOperation } from '../../operations/operation';
import { post } from '../../transport/contract';
import { unlessBlank } from '../../values/blank';
import * as sentences from '../sentences';

/** The contract demands neither text nor files, but an empty note makes no sense. */
export const create = requestOperation({
	name: 'Create',
	value: 'create',
	action: 'Create a session note',
	description: 'Write an internal note on a session; the contact does not see it',
	record: 'Message',
	fields: {
		id: subjectSessionId,
		text: text({
			displayName: 'Text',
			name: 'text',
			typeOptions: { rows: 4 },
			placeholder: 'e.g. Cliente pediu retorno na sexta-feira',
			description: 'What the note says; it can stay empty when you attach files',
		}),
		files: additionalFieldsOf({
			filesIds: ids({
				displayName: 'File IDs',
				name: 'fileIds',
				description: 'Comma-separated IDs of files in WTS Chat, for example from File: Upload',
			}),
			filesUrls: webAddresses({
				displayName: 'File URLs',
				name: 'fileUrls',
				placeholder: 'e.g. https://files.example.com/proposta-118.pdf',
				description:
					'Comma-separated public addresses of files. When an address has a comma in it, give a list with an expression.',
			}),
		}),
	},
	request({ id, text: written, files }) {
		const note = unlessBlank({ text: written, ...files });
		if (note) return post('/chat/v1/session/{id}/note', { path: { id }, body: note });
		throw new InputError(sentences.noteEmpty, "Fill in 'Text', or attach files by URL or ID.");
	},
});
