import { capitalized } from '../values/characters';
import { webAddress } from './address';
import type { Field } from './field';
import { InputError } from './inputError';
import * as sentences from './sentences';
import { choice } from './kinds/choice';
import { id } from './kinds/id';
import { file } from './kinds/plain';
import { alternatives } from './kinds/together';

const ID = {
	name: 'File ID',
	value: 'id',
	description: 'File that was uploaded to WTS Chat before',
} as const;
const BINARY = {
	name: 'Input Data',
	value: 'binary',
	description: 'File that comes with the input item',
} as const;
const NONE = { name: 'None', value: 'none', description: 'No file' } as const;
const URL = { name: 'URL', value: 'url', description: 'Public address of a file' } as const;

/** What a channel shows a file as; a document takes files of every type. */
export type MediaKind = 'audio' | 'image' | 'video' | 'document';

/** A file of each kind, as one may be called. */
const EXAMPLES: Record<MediaKind, string> = {
	audio: 'recado.mp3',
	image: 'produto.jpg',
	video: 'montagem.mp4',
	document: 'proposta-118.pdf',
};

/**
 * The fields of a file, with `owner` before their labels and names where a form has those of another file,
 * too, and an example of the kind that goes there.
 */
function fieldsOfFile(owner: '' | 'Template' = '', kind: MediaKind = 'document') {
	const named = (displayName: string, name: string) => ({
		displayName: `${owner} ${displayName}`.trim(),
		name: owner ? `${owner.toLowerCase()}${capitalized(name)}` : name,
	});
	const look = { ...named('File Source', 'fileSource'), description: 'Where the file comes from' };
	const bytes = file({
		...named('Input Data Field Name', 'binaryPropertyName'),
		default: 'data',
		placeholder: 'e.g. data',
		description:
			'Name of the input field that holds the file; the Binary tab of the input shows it',
	}).required();
	const chosen = alternatives(choice({ ...look, options: [ID, BINARY, URL], default: 'url' }), {
		id: {
			id: id({
				...named('File ID', 'fileId'),
				description: 'ID of a file in WTS Chat, for example from File: Upload',
			}).required(),
		},
		url: {
			url: webAddress({
				...named('File URL', 'fileUrl'),
				placeholder: `e.g. https://files.example.com/${EXAMPLES[kind]}`,
				description: 'Public address of the file, which opens without logging in',
			}).required(),
		},
		binary: { bytes },
	});
	const source = choice({ ...look, options: [ID, BINARY, NONE, URL], default: 'none' });
	const optional: Field<ReturnType<typeof chosen.read> | undefined> = {
		form: [source.property, ...chosen.form.slice(1)],
		read(given) {
			const from = source.read(given) ?? 'none';
			return from === 'none' ? undefined : chosen.read(given);
		},
	};
	return { bytes, chosen, optional };
}

/** For messages that may go without a file, and one that the item carries. */
export const { optional: optionalFile, bytes: binaryFile } = fieldsOfFile();

/** A file of the web, of WTS Chat itself, or of the item, which goes out as media of this kind. */
export const chosenFileOf = (kind: MediaKind) => fieldsOfFile('', kind).chosen;

export type ChosenFile = ReturnType<ReturnType<typeof chosenFileOf>['read']>;

/** The same for the file of a template, beside which a message may have one of its own. */
export const { chosen: templateFile, optional: optionalTemplateFile } = fieldsOfFile('Template');

/**
 * The file, which goes out as media of this kind.
 *
 * @throws InputError when the item carries a file of another type
 */
export function fileOfKind(file: ChosenFile, kind: MediaKind): ChosenFile {
	if (!file.bytes || kind === 'document' || file.bytes.mimeType.startsWith(`${kind}/`)) return file;
	throw new InputError(
		sentences.notOfKind(kind),
		`"${file.bytes.name}" is of the type ${file.bytes.mimeType}.`,
	);
}
