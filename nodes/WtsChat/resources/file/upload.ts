import type { ChoicesOf } from '../../fields/choices';
import { binaryFile } from '../../fields/file';
import { choice } from '../../fields/kinds/choice';
import { optionsOf } from '../../fields/kinds/collection';
import { text } from '../../fields/kinds/text';
import { jobOperation } from '../../operations/operation';
import { storeFile, type UploadType } from '../../operations/storeFile';

const fileTypes: ChoicesOf<UploadType> = [
	{ name: 'Audio', value: 'AUDIO' },
	{ name: 'Decided by WTS Chat', value: 'UNDEFINED' },
	{ name: 'Document', value: 'DOCUMENT', description: 'Kept as it is, byte for byte' },
	{ name: 'Excel', value: 'EXCEL' },
	{ name: 'Image', value: 'IMAGE', description: 'Converted so that every channel takes it' },
	{ name: 'PDF', value: 'PDF' },
	{ name: 'Video', value: 'VIDEO', description: 'Converted so that every channel takes it' },
	{ name: 'Word', value: 'WORD' },
];

export const upload = jobOperation({
	name: 'Upload',
	value: 'upload',
	action: 'Upload a file',
	description: 'Store a file in WTS Chat; its ID can be sent and attached as often as you like',
	record: 'UploadedFile',
	fields: {
		file: binaryFile,
		options: optionsOf({
			name: text({
				displayName: 'File Name',
				name: 'fileName',
				placeholder: 'e.g. proposta-118.pdf',
				description: 'Name with its extension, in place of the one that the file has',
			}),
			type: choice({
				displayName: 'File Type',
				name: 'fileType',
				options: fileTypes,
				default: 'DOCUMENT',
				description: 'How WTS Chat treats the file, in place of what its MIME type suggests',
			}),
			mimeType: text({
				displayName: 'MIME Type',
				name: 'mimeType',
				placeholder: 'e.g. application/pdf',
				description: 'Kind of the content, in place of what the file says of itself',
			}),
		}),
	},
	prepare:
		({ file, options: { name = file.name, mimeType = file.mimeType, type } }) =>
		async (api) => ({ ...(await storeFile(api, { ...file, name, mimeType }, type)) }),
});
