import { webAddress } from './address';
import type { Field } from './field';
import { InputError } from './inputError';
import { choice } from './kinds/choice';
import { id } from './kinds/id';
import { file } from './kinds/plain';
import { alternatives } from './kinds/together';

export const binaryFile = file({
	displayName: 'Input Data Field Name',
	name: 'binaryPropertyName',
	default: 'data',
	placeholder: 'e.g. data',
	description: 'Name of the input field that holds the file; the Binary tab of the input shows it',
}).required();

const look = {
	displayName: 'File Source',
	name: 'fileSource',
	description: 'Where the file comes from',
};

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

const branches = {
	id: {
		id: id({
			displayName: 'File ID',
			name: 'fileId',
			description: 'ID of a file in WTS Chat, for example from File: Upload',
		}).required(),
	},
	url: {
		url: webAddress({
			displayName: 'File URL',
			name: 'fileUrl',
			placeholder: 'e.g. https://files.example.com/proposta-118.pdf',
			description: 'Public address of the file, which opens without logging in',
		}).required(),
	},
	binary: { bytes: binaryFile },
};

/** A file of the web, of WTS Chat itself, or of the item. */
export const chosenFile = alternatives(
	choice({ ...look, options: [ID, BINARY, URL], default: 'url' }),
	branches,
);

export type ChosenFile = ReturnType<typeof chosenFile.read>;

const optionalSource = choice({ ...look, options: [ID, BINARY, NONE, URL], default: 'none' });

/** For messages that carry a file only where their template has one. */
export const optionalFile: Field<ChosenFile | undefined> = {
	form: [optionalSource.property, ...chosenFile.form.slice(1)],
	read(source) {
		const from = optionalSource.read(source) ?? 'none';
		return from === 'none' ? undefined : chosenFile.read(source);
	},
};

/** What a channel shows a file as; a document takes files of every type. */
export type MediaKind = 'audio' | 'image' | 'video' | 'document';

/**
 * The file, which goes out as media of this kind.
 *
 * @throws InputError when the item carries a file of another type
 */
export function fileOfKind(file: ChosenFile, kind: MediaKind): ChosenFile {
	if (!file.bytes || kind === 'document' || file.bytes.mimeType.startsWith(`${kind}/`)) return file;
	throw new InputError(
		`The file that the item carries is no ${kind}`,
		`"${file.bytes.name}" is of the type ${file.bytes.mimeType}.`,
	);
}
