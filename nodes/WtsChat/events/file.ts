import type { IBinaryData, IDataObject, INodeExecutionData } from 'n8n-workflow';
import { get } from '../transport/contract';
import { download, type FileContext, type Readable } from '../transport/download';
import { readerFor, type Read } from '../transport/reader';
import { isRecord } from '../transport/records';
import { notFetched } from '../transport/sentences';
import type { Sentence } from '../values/sentence';
import { nameIn, tidyName } from './fileName';
import * as sentences from './sentences';

const MEGABYTE = 1024 * 1024;

const MAX_FILE_SIZE = 20;
const FILE_FIELD = 'data';

/** What became of the file of a message: fetched, or why not. */
type FetchedFile = { file: IBinaryData } | { problem: Sentence };

/** What the user wants of the files of messages. */
export interface FileOptions {
	downloadFile?: boolean;
	/** In megabytes. */
	maxFileSize?: number;
	/** The name of the binary field that takes the file. */
	fileField?: string;
}

/** Whether the user wants the file of this message, and it has one. */
export function isFileWanted({ downloadFile }: FileOptions, message: IDataObject): boolean {
	return downloadFile === true && carriesFile(message);
}

/**
 * Puts the file of a message beside `item`, as its options say. A file that cannot be fetched is no
 * reason to lose the message; its JSON tells why.
 *
 * @param read where records of the message may have been read already
 */
export async function withFile(
	context: FileContext,
	item: INodeExecutionData,
	message: IDataObject,
	{ maxFileSize = MAX_FILE_SIZE, fileField = FILE_FIELD }: FileOptions,
	read: Read = readerFor(context),
): Promise<INodeExecutionData> {
	const fetched = await fetchFile(context, read, message, maxFileSize);
	if ('problem' in fetched) return { json: { ...item.json, fileError: fetched.problem } };
	return { ...item, binary: { [fileField]: fetched.file } };
}

/** A message without a file may carry the place for one: an empty record, or IDs of nothing but zeros. */
function carriesFile({ fileId, details }: IDataObject): boolean {
	const file = isRecord(details) && isRecord(details.file) ? details.file : {};
	return [fileId, file.id, file.publicUrl].some(
		(value) => typeof value === 'string' && /[^0\s-]/.test(value),
	);
}

/** Fetches the file that a message carries, as a stream, up to `maxMegabytes`. */
async function fetchFile(
	context: FileContext,
	read: Read,
	message: IDataObject,
	maxMegabytes: number,
): Promise<FetchedFile> {
	try {
		const found = await fileOf(read, message);
		const address = found?.publicUrl;
		if (typeof address !== 'string' || address === '') {
			return { problem: sentences.noAddress };
		}
		const downloaded = await download(context, address);
		if ('problem' in downloaded) return downloaded;

		const { body, headers } = downloaded;
		const name = tidyName(found?.name) ?? nameIn(address);
		const [told, served] = [typeOf(found?.mimeType), typeOf(headers['content-type'])];
		const bytes = limited(body, maxMegabytes * MEGABYTE);
		const content = isPage(name, told) ? bytes : withoutPage(bytes, served);
		return { file: await context.helpers.prepareBinaryData(content, name, served ?? told) };
	} catch (error) {
		if (error instanceof TooLarge) {
			return { problem: sentences.tooLarge(maxMegabytes) };
		}
		if (error instanceof PageInstead) {
			return { problem: sentences.pageInstead };
		}
		// the address of a file is signed, so it must not be repeated in a message
		return { problem: notFetched };
	}
}

/** The file as the event describes it, or as the API does where the event leaves it out. */
async function fileOf(read: Read, { id, details }: IDataObject): Promise<IDataObject | undefined> {
	if (isRecord(details) && isRecord(details.file) && details.file.publicUrl) return details.file;
	const message = await read(get('/chat/v1/message/{id}', { path: { id: String(id) } }));
	return (message.details?.file ?? undefined) as IDataObject | undefined;
}

/** A type that says something: storages call a file that they know nothing of a stream of bytes. */
function typeOf(value: unknown): string | undefined {
	if (typeof value !== 'string') return undefined;
	const [type = ''] = value.split(';');
	return /^$|octet-stream/i.test(type.trim()) ? undefined : type.trim().toLowerCase();
}

class TooLarge extends Error {}

/** The stream, broken off when it turns out to be longer than `most` bytes. */
function limited(stream: Readable, most: number): Readable {
	let length = 0;
	return stream.map((chunk: Buffer) => {
		length += chunk.length;
		if (length > most) throw new TooLarge();
		return chunk;
	});
}

const PAGE = 'text/html';

/** Whether a file is a web page by its name or its type. */
function isPage(name: string, type: string | undefined): boolean {
	return /\.x?html?$/i.test(name) || type === PAGE;
}

class PageInstead extends Error {}

/** As much of a file as tells whether it is a web page. */
const BEGINNING = 512;
const BEGINS_PAGE = /^\s*<(!doctype\s+html|html)\b/i;

/** The stream, broken off when it turns out to be a web page: so a storage tells that it has no file. */
function withoutPage(stream: Readable, type: string | undefined): Readable {
	let beginning = '';
	return stream.map((chunk: Buffer) => {
		if (beginning.length < BEGINNING) {
			beginning += chunk.subarray(0, BEGINNING).toString();
			if (type === PAGE || BEGINS_PAGE.test(beginning)) throw new PageInstead();
		}
		return chunk;
	});
}
