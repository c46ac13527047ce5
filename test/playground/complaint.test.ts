import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { complaintOf } from '../../playground/complaint';
import { PlainError } from '../../playground/plainError';

const folder = mkdtempSync(join(tmpdir(), 'wts-chat-complaint-'));
afterAll(() => rmSync(folder, { recursive: true }));

const failureOf = (code: string, message: string) => Object.assign(new Error(message), { code });

test('a plain error is told as it is', async () => {
	expect(await complaintOf(new PlainError('Port 5678 is busy.'), folder)).toBe(
		'Port 5678 is busy.',
	);
});

test.each([
	['ENOSPC', 'The disk is full. Free some space and start again.'],
	['EACCES', 'This user may not read or write a file that is needed.'],
	['EROFS', 'The disk can only be read.'],
	['EMFILE', 'Too many files are open on this machine.'],
])('%s is told in a sentence, with the file that it is about', async (code, sentence) => {
	const error = failureOf(code, `${code}: something, open '/data/n8n.log'`);
	const complaint = await complaintOf(error, folder);
	expect(complaint).toContain(sentence);
	expect(complaint).toContain("open '/data/n8n.log'");
	expect(complaint).not.toMatch(/^\s+at /m);
});

test('an error that nobody foresaw is told in a sentence; its stack trace goes to a file', async () => {
	const complaint = await complaintOf(new TypeError('x is not a function'), folder);
	const file = join(folder, 'unexpected-error.log');
	expect(complaint).toBe(
		`Something unexpected happened: x is not a function.\nThe details are in ${file}: please report them.`,
	);
	expect(readFileSync(file, 'utf8')).toMatch(/^\s+at /m);
});

test('an error that nobody foresaw is told as well where no file can be written', async () => {
	const complaint = await complaintOf(new TypeError('x is not a function'), join(__filename, 'in'));
	expect(complaint).toBe('Something unexpected happened: x is not a function.\nPlease report it.');
});
