import type { components } from '../../../contract/types/core';
import type { ChosenFile } from '../fields/file';
import type { ItemFile } from '../fields/source';
import { InputError } from '../fields/inputError';
import type { Api } from '../transport/api';
import { get, post } from '../transport/contract';
import { isText } from '../transport/errorBody';
import { PlainError } from '../transport/plainError';
import * as sentences from './sentences';

export type UploadType = components['schemas']['UploadFileType'];

/** A file in WTS Chat, which goes by its ID. */
type Stored = components['schemas']['UploadedFile'] & { id: string };

/**
 * Stores a file in WTS Chat, in the three steps of the API: an upload address, the bytes, the record.
 *
 * Source: GET and POST /core/v2/file
 *
 * @param type decides whether WTS Chat converts the file for the channels or keeps it as it is
 * @throws InputError when the file is empty
 */
export async function storeFile(
	api: Api,
	{ name, mimeType, content }: ItemFile,
	type: UploadType = uploadTypeOf(mimeType),
): Promise<Stored> {
	const bytes = await content();
	if (bytes.size === 0) {
		throw new InputError(sentences.emptyFile(name), 'Look where it comes from.');
	}
	const place = await api.send(
		get('/core/v2/file', { query: { Type: type, Name: name, MimeType: mimeType } }),
	);
	const { tempFileId, urlUpload } = place ?? {};
	if (!tempFileId || !isText(urlUpload)) throw new PlainError(sentences.noUploadAddress);
	// the signed address may hold for this MIME type only
	await api.upload(urlUpload, { ...bytes, mimeType });
	const stored = await api.send(post('/core/v2/file', { body: { tempFileId } }));
	const { id } = stored ?? {};
	if (!id) throw new PlainError(sentences.noFileId);
	return { ...stored, id };
}

/** The type of a file for WTS Chat, by its MIME type. */
function uploadTypeOf(mimeType: string): UploadType {
	const [kind] = mimeType.split('/');
	if (kind === 'image') return 'IMAGE';
	if (kind === 'video') return 'VIDEO';
	if (kind === 'audio') return 'AUDIO';
	if (mimeType.startsWith('application/pdf')) return 'PDF';
	if (/excel|spreadsheetml/.test(mimeType)) return 'EXCEL';
	if (/msword|wordprocessingml/.test(mimeType)) return 'WORD';
	return 'DOCUMENT';
}

/** The type of a file that a contact gets as a document: pictures and sounds are kept as they are. */
export function documentTypeOf(mimeType: string): UploadType {
	const type = uploadTypeOf(mimeType);
	return ['IMAGE', 'VIDEO', 'AUDIO'].includes(type) ? 'DOCUMENT' : type;
}

/** What names a file to the routes that tell addresses from IDs; the file of an item is stored first. */
export async function storedFileOf(
	api: Api,
	file: ChosenFile,
): Promise<{ fileUrl: string } | { fileId: string }> {
	return file.url ? { fileUrl: file.url } : { fileId: await idOrUrlOf(api, file) };
}

/** What names a file to the API; the file of an item is stored first. */
export async function idOrUrlOf(
	api: Api,
	file: ChosenFile,
	typeOf: (mimeType: string) => UploadType = uploadTypeOf,
): Promise<string> {
	if (!file.bytes) return file.url ?? file.id;
	return (await storeFile(api, file.bytes, typeOf(file.bytes.mimeType))).id;
}
