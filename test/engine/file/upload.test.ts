import { createHash } from 'node:crypto';
import type { IBinaryData, IDataObject } from 'n8n-workflow';
import { useSandbox } from '../../support/account';
import { run } from '../../support/engine';
import { scriptedApi } from '../../support/scriptedApi';
import { useFileStorage } from '../../support/storedFile';

const UNKNOWN_ID = '00000000-0000-4000-8000-00000000dead';

const sandbox = useSandbox();
const stored = useFileStorage();

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

async function upload(file: IBinaryData | undefined, options: IDataObject = {}) {
	const account = sandbox();
	return await run({
		parameters: { resource: 'file', operation: 'upload', binaryPropertyName: 'data', options },
		binary: file && { data: file },
		account,
	});
}

const inItem = (content: Buffer, fileName: string, mimeType: string): IBinaryData => ({
	data: content.toString('base64'),
	fileName,
	mimeType,
});

test('a file goes up in three steps, and its record comes out', async () => {
	const content = Buffer.from('%PDF-1.7 proposta');
	const { items } = await upload(inItem(content, 'proposta.pdf', 'application/pdf'));
	const [file] = sandbox().account.files.slice(-1);
	expect(items.map(({ json }) => json)).toEqual([file]);
	expect(file).toMatchObject({
		name: 'proposta.pdf',
		type: 'PDF',
		mimeType: 'application/pdf',
		size: content.length,
	});
	const [address, bytes, record] = sandbox().requests;
	expect(address).toMatchObject({
		method: 'GET',
		path: '/core/v2/file',
		query: { Type: 'PDF', Name: 'proposta.pdf', MimeType: 'application/pdf' },
	});
	// the storage refuses whoever brings the key or another content type
	expect(bytes).toMatchObject({
		method: 'PUT',
		body: { size: content.length, sha256: sha256(content) },
		status: 200,
	});
	expect(record).toMatchObject({ method: 'POST', path: '/core/v2/file', status: 200 });
});

test('a file that n8n has stored is streamed, all of it', async () => {
	const content = Buffer.alloc(20 * 1024 ** 2, 'conteúdo');
	const { items } = await upload(await stored(content, 'filme.mp4', 'video/mp4'));
	expect(items[0]?.json).toMatchObject({ type: 'VIDEO', size: content.length });
	expect(sandbox().requests[1]?.body).toEqual({ size: content.length, sha256: sha256(content) });
});

test.each([
	['image/png', 'IMAGE'],
	['audio/ogg', 'AUDIO'],
	['application/vnd.ms-excel', 'EXCEL'],
	['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'EXCEL'],
	['application/msword', 'WORD'],
	['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'WORD'],
	['text/csv', 'DOCUMENT'],
])('%s is uploaded as %s', async (mimeType, type) => {
	const { items } = await upload(inItem(Buffer.from('x'), 'arquivo', mimeType));
	expect(items[0]?.json).toMatchObject({ type, mimeType });
});

test('name, type and MIME type can be chosen', async () => {
	const options = { fileName: 'foto.png', fileType: 'DOCUMENT', mimeType: 'image/png' };
	const { items } = await upload(
		inItem(Buffer.from('x'), 'a.bin', 'application/octet-stream'),
		options,
	);
	expect(items[0]?.json).toMatchObject({
		name: 'foto.png',
		extension: '.png',
		type: 'DOCUMENT',
		mimeType: 'image/png',
	});
});

test.each<[string, IBinaryData | undefined, string]>([
	['no file', undefined, "The item has no file in the field named by 'Input Data Field Name'"],
	[
		'an empty file',
		inItem(Buffer.alloc(0), 'vazio.txt', 'text/plain'),
		'The file "vazio.txt" is empty',
	],
])('%s is said before any request', async (_, file, message) => {
	const { error } = await upload(file);
	expect(error).toMatchObject({ name: 'NodeOperationError', message });
	expect(sandbox().requests).toEqual([]);
});

test('what the storage refuses is an error, and no record is made', async () => {
	const storage = await scriptedApi({
		status: 403,
		body: '<Error><Code>SignatureDoesNotMatch</Code></Error>',
	});
	const urlUpload = `${storage.url}/temp/a.txt?signature=x`;
	const api = await scriptedApi({ json: { tempFileId: UNKNOWN_ID, urlUpload } });
	const { error } = await run({
		parameters: { resource: 'file', operation: 'upload', binaryPropertyName: 'data' },
		binary: { data: inItem(Buffer.from('x'), 'a.txt', 'text/plain') },
		account: { url: api.url, apiKey: 'pn_0' },
	});
	expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '403' });
	expect(error?.description).toContain('SignatureDoesNotMatch');
	expect(storage.requests).toEqual([
		{ method: 'PUT', url: '/temp/a.txt?signature=x', authorization: undefined, body: 'x' },
	]);
	expect(api.requests).toHaveLength(1);
});
