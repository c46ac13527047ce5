import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { useSandbox } from '../../support/account';
import { listen } from '../../support/server';
import { useFileStorage } from '../../support/storedFile';
import { useTriggers, type StartedExecution } from '../../support/trigger';

const sandbox = useSandbox();
const trigger = useTriggers();
useFileStorage();

const API = { url: 'https://api.helena.run', apiKey: 'k' };

/** What the workflow gets for a message with `content`. */
async function received(content: IDataObject, account = sandbox() as typeof API) {
	const stage = await trigger({
		parameters: { events: ['MESSAGE_RECEIVED'], options: { downloadFile: true } },
		account,
	});
	const body = { eventType: 'MESSAGE_RECEIVED', content: { id: randomUUID(), ...content } };
	await stage.execute([{ json: { body } }], 'webhook');
	return stage.executions[0] as StartedExecution;
}

const fileAt = (publicUrl: string, more: IDataObject = {}) => ({
	details: { file: { id: 'f1', publicUrl, ...more } },
});

/** A storage that answers with `body`, and how often it was asked. */
async function storage(body: string, type?: string, path = '/a.pdf') {
	const asked: string[] = [];
	const { url } = await listen(({ url, reply }) => {
		asked.push(url);
		reply(200, body, type === undefined ? {} : { 'content-type': type });
	});
	return { url: url + path, asked };
}

test.each<[string, IDataObject]>([
	['an empty place for a file', { details: { file: { id: '', publicUrl: '' } } }],
	['an empty record', { details: { file: {} } }],
	['nothing but a name', { details: { file: { id: '', publicUrl: null, name: 'a.pdf' } } }],
	['an ID of zeros', { fileId: '00000000-0000-0000-0000-000000000000' }],
	['an empty ID', { fileId: '', details: {} }],
	['null', { fileId: null, details: { file: null } }],
	['text', { details: 'n/a' }],
])('a message with %s for its file has none, and nothing is amiss', async (_name, content) => {
	const { json, binary } = await received(content);
	expect(json).not.toHaveProperty('fileError');
	expect(binary).toBeUndefined();
	expect(sandbox().requests.filter(({ path }) => path.startsWith('/chat/'))).toEqual([]);
});

test('a file in the network of this n8n is not fetched for an account on the internet', async () => {
	const { url, asked } = await storage('segredo');
	const { json, binary } = await received(fileAt(url), API);
	expect(json.fileError).toBe('The address of the file leads into a private network.');
	expect(binary).toBeUndefined();
	expect(asked).toEqual([]);
});

test('a redirect is followed to the file', async () => {
	const { url } = await storage('%PDF-1.7', 'application/pdf', '/nota.pdf');
	const entrance = await listen(({ reply }) => reply(302, undefined, { location: url }));
	const { binary } = await received(fileAt(`${entrance.url}/nota.pdf`));
	expect(binary?.data).toMatchObject({ fileName: 'nota.pdf', mimeType: 'application/pdf' });
});

const PAGE = '<!DOCTYPE html>\n<html><body>Acesso negado</body></html>';
const PAGE_INSTEAD = 'The storage answered with a web page in place of the file.';

test.each<[string, string, string, IDataObject]>([
	['that says so', PAGE, 'text/html; charset=utf-8', {}],
	['that calls itself a PDF', PAGE, 'application/pdf', {}],
	['that says nothing of itself', PAGE, 'application/octet-stream', {}],
	['without its beginning', '<p>Acesso negado</p>', 'text/html', {}],
	['after blanks and in capitals', '\r\n  <HTML lang="pt">', 'application/pdf', {}],
	['for a file that has no name', PAGE, 'text/html', { name: 'foto' }],
])('a web page %s is not given as the file', async (_name, body, type, more) => {
	const { json, binary } = await received(fileAt((await storage(body, type)).url, more));
	expect(json.fileError).toBe(PAGE_INSTEAD);
	expect(binary).toBeUndefined();
});

test.each<[string, IDataObject]>([
	['by its name', { name: 'proposta.html' }],
	['by its type', { mimeType: 'text/html', name: 'proposta' }],
])('a file that is a web page %s is given', async (_name, more) => {
	const { json, binary } = await received(fileAt((await storage(PAGE, 'text/html')).url, more));
	expect(json).not.toHaveProperty('fileError');
	expect(binary?.data).toMatchObject({ fileName: more.name, mimeType: 'text/html' });
});

test.each<[string, string, IDataObject, string]>([
	['what the storage says', 'image/png', { mimeType: 'application/pdf' }, 'image/png'],
	['what the event says', 'application/octet-stream', { mimeType: 'image/webp' }, 'image/webp'],
	['its name', 'binary/octet-stream', {}, 'application/pdf'],
])('the type of a file comes from %s', async (_name, served, more, type) => {
	const { binary } = await received(fileAt((await storage('bytes', served)).url, more));
	expect(binary?.data?.mimeType).toBe(type);
});

test.each([
	['/100%ZZ.pdf', {}, '100%ZZ.pdf'],
	['/a.pdf', { name: '../../n8n/config' }, 'config'],
	['/a.pdf', { name: 'C:\\nota\u0007.pdf' }, 'nota.pdf'],
	['/a.pdf', { name: '..' }, 'a.pdf'],
])('the file at %s, named %j, is called %s', async (path, more, name) => {
	const { url } = await storage('%PDF-1.7', 'application/pdf', path);
	const { json, binary } = await received(fileAt(url, more));
	expect(json).not.toHaveProperty('fileError');
	expect(binary?.data).toMatchObject({ fileName: name });
	expect(binary?.data).not.toHaveProperty('directory');
});
