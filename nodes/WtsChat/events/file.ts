import type {
	IBinaryData,
	IDataObject,
	IN8nHttpFullResponse,
	INodeExecutionData,
	IWebhookFunctions,
} from 'n8n-workflow';
import type { ItemParameters } from '../fields/itemParameters';
import { connect, type Api } from '../transport/api';
import { get } from '../transport/contract';
import { isRecord } from '../transport/records';

/** A stream of Node.js, whose module a community node must not import. */
type Readable = Exclude<Parameters<IWebhookFunctions['helpers']['prepareBinaryData']>[0], Buffer>;

const DOWNLOAD_TIMEOUT_MS = 5 * 60_000;
const MEGABYTE = 1024 * 1024;

const MAX_FILE_SIZE = 20;
const FILE_FIELD = 'data';

/** What became of the file of a message: fetched, or why not. */
type FetchedFile = { file: IBinaryData } | { problem: string };

/** Whether the user wants the file of this message, and it has one. */
export function isFileWanted(options: ItemParameters, message: IDataObject): boolean {
	return options.boolean('downloadFile') === true && carriesFile(message);
}

/**
 * Puts the file of a message beside `item`, as its options say. A file that cannot be fetched is no
 * reason to lose the message; its JSON tells why.
 */
export async function withFile(
	context: IWebhookFunctions,
	item: INodeExecutionData,
	message: IDataObject,
	options: ItemParameters,
): Promise<INodeExecutionData> {
	const most = options.number('maxFileSize') ?? MAX_FILE_SIZE;
	const fetched = await fetchFile(context, await connect(context), message, most);
	if ('problem' in fetched) return { json: { ...item.json, fileError: fetched.problem } };
	return { ...item, binary: { [options.text('fileField') ?? FILE_FIELD]: fetched.file } };
}

function carriesFile({ fileId, details }: IDataObject): boolean {
	return Boolean(fileId) || (isRecord(details) && isRecord(details.file));
}

/** Fetches the file that a message carries, as a stream, up to `maxMegabytes`. */
async function fetchFile(
	context: IWebhookFunctions,
	api: Api,
	message: IDataObject,
	maxMegabytes: number,
): Promise<FetchedFile> {
	try {
		const found = await fileOf(api, message);
		const address = found?.publicUrl;
		if (typeof address !== 'string' || address === '') {
			return { problem: 'WTS Chat gives no address for the file.' };
		}
		const response = (await context.helpers.httpRequest({
			url: address,
			encoding: 'stream',
			returnFullResponse: true,
			timeout: DOWNLOAD_TIMEOUT_MS,
		})) as IN8nHttpFullResponse;
		const stream = limited(response.body as Readable, maxMegabytes * MEGABYTE);
		const name = typeof found?.name === 'string' ? found.name : nameIn(address);
		const type = response.headers['content-type'];
		const file = await context.helpers.prepareBinaryData(
			stream,
			name,
			typeof type === 'string' ? type.split(';')[0] : undefined,
		);
		return { file };
	} catch (error) {
		if (error instanceof TooLarge) {
			return { problem: `The file is larger than ${maxMegabytes} MB.` };
		}
		// the address of a file is signed, so it must not be repeated in a message
		return { problem: 'The file could not be fetched.' };
	}
}

/** The file as the event describes it, or as the API does where the event leaves it out. */
async function fileOf(api: Api, { id, details }: IDataObject): Promise<IDataObject | undefined> {
	if (isRecord(details) && isRecord(details.file) && details.file.publicUrl) return details.file;
	const message = await api.send(get('/chat/v1/message/{id}', { path: { id: String(id) } }));
	return (message.details?.file ?? undefined) as IDataObject | undefined;
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

function nameIn(address: string): string {
	const name = new URL(address).pathname.split('/').pop();
	return name ? decodeURIComponent(name) : 'file';
}
