import axios, { type AxiosInstance } from 'axios';
import { UNKNOWN_ID, withSandbox } from './support';

async function uploadOf(client: AxiosInstance) {
	const params = { Type: 'PDF', Name: 'a.pdf', MimeType: 'application/pdf' };
	const { data } = await client.get('/core/v2/file', { params });
	return data as { tempFileId: string; urlUpload: string };
}

const save = async (client: AxiosInstance, tempFileId: string) =>
	await client.post('/core/v2/file', { tempFileId });

/** Puts bytes as a client of the storage does, which has no key. */
const put = async (url: string, headers: Record<string, string> = {}) =>
	await axios.put(url, Buffer.from('bytes'), {
		headers: { 'Content-Type': 'application/pdf', ...headers },
		validateStatus: () => true,
	});

describe('the storage of files', () => {
	it(
		'takes bytes without the key, and refuses whoever brings it',
		withSandbox(async (client, { apiKey, account }) => {
			const { tempFileId, urlUpload } = await uploadOf(client);
			const refused = await put(urlUpload, { Authorization: `Bearer ${apiKey}` });
			expect(refused.status).toBe(400);
			expect((await put(urlUpload)).status).toBe(200);
			const { data } = await save(client, tempFileId);
			expect(data).toMatchObject({ name: 'a.pdf', extension: '.pdf', size: 5 });
			expect(account.files.at(-1)).toEqual(data);
		}),
	);

	it(
		'refuses another content type than the address was asked for',
		withSandbox(async (client) => {
			const { urlUpload } = await uploadOf(client);
			const { status, data } = await put(urlUpload, { 'Content-Type': 'text/plain' });
			expect(status).toBe(403);
			expect(data).toContain('SignatureDoesNotMatch');
		}),
	);

	it(
		'knows only the addresses that it gave',
		withSandbox(async (client, { url }) => {
			expect((await put(`${url}/storage/${UNKNOWN_ID}`)).status).toBe(403);
			expect((await save(client, UNKNOWN_ID)).data).toMatchObject({ key: 'FORM_ERROR' });
		}),
	);

	it(
		'saves no file whose bytes have not come, and each one once',
		withSandbox(async (client) => {
			const { tempFileId, urlUpload } = await uploadOf(client);
			expect((await save(client, tempFileId)).status).toBe(500);
			await put(urlUpload);
			expect((await save(client, tempFileId)).status).toBe(200);
			expect((await save(client, tempFileId)).status).toBe(500);
		}),
	);
});
