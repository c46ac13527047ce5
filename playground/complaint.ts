import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataFolder } from './pack';
import { PlainError } from './plainError';

/** What can happen to anybody's machine, by the codes of its errors. */
const MACHINE: Record<string, string> = {
	ENOSPC: 'The disk is full. Free some space and start again.',
	EDQUOT: 'This user may not store more on the disk. Free some space and start again.',
	EACCES: 'This user may not read or write a file that is needed.',
	EPERM: 'This user may not read or write a file that is needed.',
	EROFS: 'The disk can only be read. Use a copy of the project on another disk.',
	EMFILE: 'Too many files are open on this machine. Close other programs and start again.',
	ENFILE: 'Too many files are open on this machine. Close other programs and start again.',
	ENOMEM: 'There is too little memory. Close other programs and start again.',
	EADDRINUSE: 'Another program uses a port that is needed.',
};

/**
 * What a person is told of an error: sentences, and never a stack trace.
 *
 * @param folder takes the details of an error that nobody foresaw
 */
export async function complaintOf(error: unknown, folder = dataFolder): Promise<string> {
	if (error instanceof PlainError) return error.message;
	const { message, code = '' } = error as NodeJS.ErrnoException;
	const sentence = MACHINE[code];
	if (sentence) return `${sentence} (${message})`;
	const details = await keepDetails(error, folder);
	return `Something unexpected happened: ${message}.\n${details}`;
}

async function keepDetails(error: unknown, folder: string): Promise<string> {
	const file = join(folder, 'unexpected-error.log');
	try {
		await mkdir(folder, { recursive: true });
		await writeFile(file, String((error as Error).stack ?? error));
		return `The details are in ${file}: please report them.`;
	} catch {
		return 'Please report it.';
	}
}
