import { webAddress } from '../../fields/address';
import { cardFields } from '../../fields/card';
import { InputError, type ItemParameters } from '../../fields/itemParameters';
import { post } from '../../transport/contract';
import type { RequestOperation } from '../operation';

const MOST_FILES = 3;

/**
 * Source: POST /crm/v1/panel/card/{cardId}/note
 *
 * Whether the API refuses an empty note is not documented; here it is refused.
 */
export const create: RequestOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create a card note',
	description: 'Add a note to a card: a text, files or both',
	fields: [
		...cardFields,
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			placeholder: 'e.g. Cliente pediu retorno na sexta',
			description: 'Text of the note, 8,000 characters at most',
		},
		{
			displayName: 'File URLs',
			name: 'fileUrls',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://files.example.com/proposta-0042.pdf',
			description:
				'Comma-separated public addresses of up to three files to attach, each of 25 MB at most',
		},
	],
	request(parameters) {
		const text = parameters.text('text');
		const fileUrls = fileUrlsFrom(parameters);
		if (!text && !fileUrls) {
			throw new InputError(
				'The note is empty',
				`Fill in '${parameters.label('text')}', '${parameters.label('fileUrls')}' or both.`,
			);
		}
		return post('/crm/v1/panel/card/{cardId}/note', {
			path: { cardId: parameters.requiredId('cardId') },
			body: { text, fileUrls },
		});
	},
};

function fileUrlsFrom(parameters: ItemParameters): string[] | undefined {
	const label = parameters.label('fileUrls');
	const urls = parameters.texts('fileUrls')?.map((url) => webAddress(url, label));
	if (urls && urls.length > MOST_FILES) {
		throw new InputError(
			`'${label}' has more than ${MOST_FILES} files`,
			`It now has ${urls.length}. Add the others with a second note.`,
		);
	}
	return urls;
}
