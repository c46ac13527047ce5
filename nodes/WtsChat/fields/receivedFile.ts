import { boolean, number } from './kinds/plain';
import { text } from './kinds/text';

/** Options of what receives a message of the contact: whether its file is fetched, and where it goes. */
export const receivedFileOptions = {
	downloadFile: boolean({
		displayName: 'Download File',
		name: 'downloadFile',
		default: true,
		description: 'Whether to download the file of a message from the contact',
	}),
	maxFileSize: number({
		displayName: 'Max File Size (MB)',
		name: 'maxFileSize',
		typeOptions: { minValue: 1 },
		default: 20,
		description: 'Largest file to download',
	}),
	fileField: text({
		displayName: 'Put Output File in Field',
		name: 'fileField',
		default: 'data',
		description: 'Name of the binary field to put the file in',
	}),
};
