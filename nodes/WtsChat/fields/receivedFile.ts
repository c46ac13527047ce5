import { boolean, number } from './kinds/plain';
import { text } from './kinds/text';

/** Options of what receives a message of the contact: whether its file is fetched, and where it goes. */
export const receivedFileOptions = {
	downloadFile: boolean({
		displayName: 'Download File',
		name: 'downloadFile',
		default: true,
		description: 'Whether to fetch the file that a message of the contact carries',
	}),
	maxFileSize: number({
		displayName: 'Max File Size (MB)',
		name: 'maxFileSize',
		typeOptions: { minValue: 1 },
		default: 20,
		description: 'How large a file may be to be fetched',
	}),
	fileField: text({
		displayName: 'Put Output File in Field',
		name: 'fileField',
		default: 'data',
		description: 'Name of the binary field that takes the file',
	}),
};
