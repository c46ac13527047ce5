import {
	documentTypeOf,
	idOrUrlOf,
	storedFileOf,
	storeFile,
} from '../../../nodes/WtsChat/operations/storeFile';
import type { ChosenFile } from '../../../nodes/WtsChat/fields/file';
import { answering } from './support';

const place = { tempFileId: 'temp', urlUpload: 'https://storage.example.com/temp' };
const upload = { body: Buffer.from('x'), size: 1, mimeType: 'text/plain' };

/** An account that answers the two requests of an upload. */
const storage = (address: unknown = place, record: unknown = { id: 'file', name: 'a' }) =>
	answering(({ method }) => (method === 'GET' ? address : record));

const file = (mimeType = 'image/png', size = 1) => ({
	name: 'foto.png',
	mimeType,
	content: async () => await Promise.resolve({ ...upload, size }),
});

test('a file is stored in three steps, with its own MIME type', async () => {
	const { api, requests, uploads } = storage();
	expect(await storeFile(api, file())).toEqual({ id: 'file', name: 'a' });
	expect(requests).toMatchObject([
		{ path: '/core/v2/file', query: { Type: 'IMAGE', Name: 'foto.png', MimeType: 'image/png' } },
		{ path: '/core/v2/file', body: { tempFileId: 'temp' } },
	]);
	expect(uploads).toEqual([
		{ address: place.urlUpload, file: { ...upload, mimeType: 'image/png' } },
	]);
});

test('an empty file is refused before anything is sent', async () => {
	const { api, requests } = storage();
	await expect(storeFile(api, file('image/png', 0))).rejects.toMatchObject({
		message: 'The file "foto.png" is empty',
		remedy: 'Look where it comes from.',
	});
	expect(requests).toEqual([]);
});

test.each<[string, unknown]>([
	['nothing', undefined],
	['no ID', { urlUpload: place.urlUpload }],
	['no address', { tempFileId: 'temp' }],
	['null as the address', { ...place, urlUpload: null }],
	['an empty address', { ...place, urlUpload: '' }],
	['a number as the address', { ...place, urlUpload: 5 }],
])('%s to upload to is said, and nothing is uploaded', async (_, address) => {
	const { api, uploads } = answering(() => address);
	await expect(storeFile(api, file())).rejects.toThrow(
		'WTS Chat gave no address to upload the file to',
	);
	expect(uploads).toEqual([]);
});

test.each<[string, () => unknown]>([
	['nothing', () => undefined],
	['no ID', () => ({ name: 'a' })],
])('where the record is %s, that is said', async (_, record) => {
	const { api } = answering(({ method }) => (method === 'GET' ? place : record()));
	await expect(storeFile(api, file())).rejects.toThrow('WTS Chat gave no ID to the file');
});

const EXCEL = 'application/vnd.ms-excel';
const WORD = 'application/msword';

test.each([
	['image/png', 'IMAGE', 'DOCUMENT'],
	['video/mp4', 'VIDEO', 'DOCUMENT'],
	['audio/ogg', 'AUDIO', 'DOCUMENT'],
	['application/pdf; version=1.7', 'PDF', 'PDF'],
	[EXCEL, 'EXCEL', 'EXCEL'],
	[WORD, 'WORD', 'WORD'],
	['text/csv', 'DOCUMENT', 'DOCUMENT'],
])('%s is stored as %s, and as a document as %s', async (mimeType, type, asDocument) => {
	const { api, requests } = storage();
	await storeFile(api, file(mimeType));
	expect(requests[0]?.query?.Type).toBe(type);
	expect(documentTypeOf(mimeType)).toBe(asDocument);
});

describe('what names a file to the API', () => {
	test.each<[string, ChosenFile, string, object]>([
		[
			'an address',
			{ url: 'https://a.example.com/x' },
			'https://a.example.com/x',
			{ fileUrl: 'https://a.example.com/x' },
		],
		['an ID', { id: 'known' }, 'known', { fileId: 'known' }],
	])('is %s, as it is chosen', async (_, chosen, name, stored) => {
		const { api, requests } = storage();
		expect(await idOrUrlOf(api, chosen)).toBe(name);
		expect(await storedFileOf(api, chosen)).toEqual(stored);
		expect(requests).toEqual([]);
	});

	test('is the ID of the file of an item that was stored for it', async () => {
		const { api, requests } = storage();
		expect(await storedFileOf(api, { bytes: file() })).toEqual({ fileId: 'file' });
		expect(await idOrUrlOf(api, { bytes: file() }, documentTypeOf)).toBe('file');
		const types = requests.flatMap(({ query }) => (query ? [query.Type] : []));
		expect(types).toEqual(['IMAGE', 'DOCUMENT']);
	});
});
