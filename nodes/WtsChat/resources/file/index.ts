import type { Resource } from '../../operations/operation';
import { upload } from './upload';

export const file: Resource = {
	name: 'File',
	value: 'file',
	description: 'File to send in messages or to attach to notes',
	operations: [upload],
};
