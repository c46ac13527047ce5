import type { ChoicesOf } from '../../fields/choices';
import { optionsOf } from '../../fields/collections';
import { binaryField } from '../../fields/file';
import type { JobOperation } from '../operation';
import { storeFile, type UploadType } from './storeFile';

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

/** Source: GET /core/v2/file, PUT to the address that it gives, POST /core/v2/file */
export const upload: JobOperation = {
	name: 'Upload',
	value: 'upload',
	action: 'Upload a file',
	description: 'Store a file in WTS Chat; its ID can be sent and attached any number of times',
	fields: [
		binaryField,
		optionsOf([
			{
				displayName: 'File Name',
				name: 'fileName',
				type: 'string',
				default: '',
				placeholder: 'e.g. proposta-118.pdf',
				description: 'Name with its extension, instead of the name that the file has',
			},
			{
				displayName: 'File Type',
				name: 'fileType',
				type: 'options',
				options: fileTypes,
				default: 'DOCUMENT',
				description: 'How WTS Chat treats the file, instead of what its MIME type suggests',
			},
			{
				displayName: 'MIME Type',
				name: 'mimeType',
				type: 'string',
				default: '',
				placeholder: 'e.g. application/pdf',
				description: 'Kind of the content, instead of what the file says of itself',
			},
		]),
	],
	prepare(parameters) {
		const file = parameters.file('binaryPropertyName');
		const options = parameters.group('options');
		const name = options.text('fileName') ?? file.name;
		const mimeType = options.text('mimeType') ?? file.mimeType;
		const type = options.choice<UploadType>('fileType');
		return async (api) => ({ ...(await storeFile(api, { ...file, name, mimeType }, type)) });
	},
};
