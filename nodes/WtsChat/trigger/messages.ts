import type { IBinaryKeyData, IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Delivery } from '../events/delivery';
import { isFileWanted, withFile, type FileOptions } from '../events/file';
import type { FileContext } from '../transport/download';
import type { Read } from '../transport/reader';
import { isBlank } from '../values/blank';

const FILE_FIELD = 'data';

/** The item with all messages that start the workflow together, in their order: as a list, as one text, and with the files of all. */
export async function withMessages(
	context: FileContext,
	item: INodeExecutionData,
	events: Delivery[],
	options: FileOptions,
	read: Read,
): Promise<INodeExecutionData> {
	const { fileField: field = FILE_FIELD } = options;
	const messages: IDataObject[] = [];
	const binary: IBinaryKeyData = {};
	for (const { content } of events) {
		const count = Object.keys(binary).length;
		const fileField = count === 0 ? field : `${field}${count + 1}`;
		const own: INodeExecutionData = { json: content };
		const fetched = isFileWanted(options, content)
			? await withFile(context, own, content, { ...options, fileField }, read)
			: own;
		const { binary: file } = fetched;
		messages.push({ ...fetched.json, ...(file && { fileField }) });
		Object.assign(binary, file);
	}
	const text = messages
		.map((message) => message.text)
		.filter((one) => !isBlank(one))
		.join('\n');
	const [fileError] = messages.map((message) => message.fileError).filter((one) => !isBlank(one));
	return {
		json: { ...item.json, text, messages, ...(fileError ? { fileError } : {}) },
		...(Object.keys(binary).length > 0 && { binary }),
	};
}
