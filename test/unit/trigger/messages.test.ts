import type { IDataObject, IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { Readable } from 'node:stream';
import type { FileOptions } from '../../../nodes/WtsChat/events/file';
import { withMessages } from '../../../nodes/WtsChat/trigger/messages';
import { event, reading } from './chosen';

const STORAGE = 'https://files.example.com/';

/** n8n with a storage that has all files but those named so. */
const context = {
	getCredentials: async () => ({ baseUrl: 'https://api.helena.run' }),
	helpers: {
		httpRequest: async ({ url }: IHttpRequestOptions) => {
			const statusCode = url.includes('gone') ? 404 : 200;
			return { statusCode, headers: {}, body: Readable.from([]) };
		},
		prepareBinaryData: async (_: unknown, fileName: string) => ({ fileName }),
	},
} as unknown as IExecuteFunctions;

const text = (words: unknown) => ({ id: 't', text: words as string });
const file = (name: string, more: IDataObject = {}) => ({
	id: name,
	text: null,
	details: { file: { publicUrl: `${STORAGE}${name}` } },
	...more,
});

/** The item of messages that come together. */
async function together(contents: IDataObject[], options: FileOptions = {}) {
	const { read } = reading(() => ({}));
	const events = contents.map((content) => event('MESSAGE_RECEIVED', content));
	const item = { json: { eventType: 'MESSAGE_RECEIVED', text: 'last' } };
	return await withMessages(context, item, events, options, read);
}

test('messages come out in their order, as a list and as one text', async () => {
	const contents = [text('Bom dia'), text(null), text(''), text('Quero pedir'), { id: 'n' }];
	expect(await together(contents)).toEqual({
		json: { eventType: 'MESSAGE_RECEIVED', text: 'Bom dia\nQuero pedir', messages: contents },
	});
});

const FETCH = { downloadFile: true };

test.each<[string, FileOptions, string[]]>([
	['the field of one file', FETCH, ['data', 'data2', 'data3']],
	['the field that is chosen', { ...FETCH, fileField: 'anexo' }, ['anexo', 'anexo2', 'anexo3']],
])(
	'the files of all stand in %s, numbered, and each message names its own',
	async (_, options, names) => {
		const contents = [file('a.png'), text('Veja'), file('b.pdf'), file('c.ogg')];
		const { json, binary } = await together(contents, options);
		const [one, two, three] = names;
		expect(json.messages).toEqual([
			{ ...contents[0], fileField: one },
			text('Veja'),
			{ ...contents[2], fileField: two },
			{ ...contents[3], fileField: three },
		]);
		const files = Object.entries(binary ?? {}).map(([name, { fileName }]) => [name, fileName]);
		expect(files).toEqual([
			[one, 'a.png'],
			[two, 'b.pdf'],
			[three, 'c.ogg'],
		]);
		expect(json).not.toHaveProperty('fileError');
	},
);

test('a file that cannot be fetched takes no field, and of several the first says why', async () => {
	const nowhere = file('x', { details: { file: { id: '9' } } });
	const { json, binary } = await together([file('gone.png'), file('b.pdf'), nowhere], FETCH);
	expect(json).toMatchObject({
		fileError: 'The file could not be fetched.',
		messages: [
			{ id: 'gone.png', fileError: 'The file could not be fetched.' },
			{ id: 'b.pdf', fileField: 'data' },
			{ id: 'x', fileError: 'WTS Chat gives no address for the file.' },
		],
	});
	expect(binary).toEqual({ data: { fileName: 'b.pdf' } });
});

test('where the first message has no problem, another tells it all the same', async () => {
	const { json } = await together([text('Oi'), file('gone.png')], FETCH);
	expect(json.fileError).toBe('The file could not be fetched.');
});

test('files are left where they are unless they are wished', async () => {
	const contents = [file('a.png')];
	const item = await together(contents);
	expect(item.json.messages).toEqual(contents);
	expect(item).not.toHaveProperty('binary');
});

test('a file that the event leaves out is read with what else was read', async () => {
	const { read, requests } = reading(() => ({
		details: { file: { publicUrl: `${STORAGE}z.png` } },
	}));
	const events = [event('MESSAGE_RECEIVED', { id: 'm', fileId: 'f' })];
	const { binary } = await withMessages(context, { json: {} }, events, FETCH, read);
	expect(requests.map(({ path }) => path)).toEqual(['/chat/v1/message/m']);
	expect(binary).toEqual({ data: { fileName: 'z.png' } });
});
