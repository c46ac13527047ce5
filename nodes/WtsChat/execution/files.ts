import type { IExecuteFunctions } from 'n8n-workflow';
import type { ItemFile } from '../fields/source';
import { InputError } from '../fields/inputError';
import * as sentences from './sentences';

/**
 * The file that an item carries in a binary field. Stored files are streamed; small ones that n8n
 * keeps in the item come as a whole.
 *
 * @throws InputError when the item carries no such file
 */
export function fileOf(
	context: IExecuteFunctions,
	item: number,
	binaryField: string,
	label: string,
): ItemFile {
	const file = context.getInputData()[item]?.binary?.[binaryField];
	if (!file) {
		throw new InputError(
			sentences.noFileInItem(label),
			`Its input has to hold a file under "${binaryField}". Look at the Binary tab of the input.`,
		);
	}
	return {
		name: file.fileName ?? 'file',
		mimeType: file.mimeType,
		content: async () => {
			if (!file.id) {
				const body = Buffer.from(file.data, 'base64');
				return { body, size: body.length, mimeType: file.mimeType };
			}
			const { fileSize } = await context.helpers.getBinaryMetadata(file.id);
			const body = await context.helpers.getBinaryStream(file.id);
			return { body, size: fileSize, mimeType: file.mimeType };
		},
	};
}
