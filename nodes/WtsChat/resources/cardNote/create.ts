import { webAddresses } from '../../fields/address';
import { card } from '../../fields/card';
import { InputError } from '../../fields/inputError';
import { text } from '../../fields/kinds/text';
import { onCard } from '../../operations/onCard';
import { requestOperation } from '../../operations/operation';
import { post } from '../../transport/contract';
import { unlessBlank } from '../../values/blank';
import * as sentences from '../sentences';

const MAX_FILES = 3;

const noteText = text({
	displayName: 'Text',
	name: 'text',
	typeOptions: { rows: 4 },
	placeholder: 'e.g. Cliente pediu retorno na sexta',
	description: 'Text of the note, 8,000 characters at most',
});

const noteFiles = webAddresses({
	displayName: 'File URLs',
	name: 'fileUrls',
	placeholder: 'e.g. https://files.example.com/proposta-0042.pdf',
	description:
		'Comma-separated public addresses of files to attach: up to three, each of 25 MB at most',
}).checked((urls, label) => {
	if (urls.length <= MAX_FILES) return urls;
	throw new InputError(
		sentences.tooManyFiles(label, MAX_FILES),
		`It now has ${urls.length}. Add the others with a second note.`,
	);
});

/** Whether the API refuses an empty note is not documented; here it is refused. */
export const create = requestOperation({
	name: 'Create',
	value: 'create',
	action: 'Create a card note',
	description: 'Add a note to a card: a text, files or both',
	record: 'CardNote',
	fields: { card, text: noteText, fileUrls: noteFiles },
	request({ card: subject, text: written, fileUrls }) {
		const note = unlessBlank({ text: written, fileUrls });
		if (!note) {
			throw new InputError(
				sentences.noteEmpty,
				`Fill in '${noteText.label}', '${noteFiles.label}' or both.`,
			);
		}
		return onCard(subject, (cardId) =>
			post('/crm/v1/panel/card/{cardId}/note', { path: { cardId }, body: note }),
		);
	},
});
