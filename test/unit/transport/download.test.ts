import type { IHttpRequestOptions } from 'n8n-workflow';
import { download, type FileContext } from '../../../nodes/WtsChat/transport/download';

const PUBLIC_API = 'https://api.helena.run';
const PRIVATE_API = 'http://127.0.0.1:5679';

interface Answer {
	statusCode: number;
	location?: string;
}

/** Answers to one request after the other, and what was asked for. */
function storage(baseUrl: string, ...answers: Answer[]) {
	const asked: IHttpRequestOptions[] = [];
	const dropped: number[] = [];
	const context = {
		getCredentials: async () => ({ baseUrl, apiKey: 'pn_secret' }),
		helpers: {
			httpRequest: async (options: IHttpRequestOptions) => {
				asked.push(options);
				const { statusCode, location } = answers[asked.length - 1] ?? { statusCode: 200 };
				const destroy = () => dropped.push(statusCode);
				return { statusCode, headers: { location }, body: { statusCode, destroy } };
			},
		},
	} as unknown as FileContext;
	return { context, asked, dropped, urls: () => asked.map(({ url }) => url) };
}

const FILE = 'https://cdn.example.com/nota.pdf?assinatura=abc';

test('a file is fetched from its address, without the key', async () => {
	const { context, asked } = storage(PUBLIC_API);
	expect(await download(context, FILE)).toMatchObject({ body: { statusCode: 200 } });
	expect(asked).toHaveLength(1);
	expect(asked[0]).toMatchObject({ url: FILE, encoding: 'stream', disableFollowRedirect: true });
	expect(JSON.stringify(asked)).not.toContain('pn_secret');
});

const PRIVATE = { problem: 'The address of the file leads into a private network.' };
const NO_ADDRESS = { problem: 'The address of the file is no web address.' };
const NOT_FETCHED = { problem: 'The file could not be fetched.' };

test.each(['http://127.0.0.1:5678/rest', 'http://2130706433/', 'https://[::1]/a', 'http://redis/'])(
	'%s is not asked for where the API is public',
	async (address) => {
		const { context, asked } = storage(PUBLIC_API);
		expect(await download(context, address)).toEqual(PRIVATE);
		expect(asked).toEqual([]);
	},
);

test.each(['http://127.0.0.1:5679/storage/a.pdf', 'http://minio/a.pdf'])(
	'%s is fetched where the API is private itself',
	async (address) => {
		for (const pasted of [PRIVATE_API, `\u00a0${PRIVATE_API} `]) {
			const { context } = storage(pasted);
			expect(await download(context, address)).toMatchObject({ body: { statusCode: 200 } });
		}
	},
);

test.each(['file:///etc/passwd', 'ftp://cdn.example.com/a', 'data:text/plain,a', 'nota.pdf', '//'])(
	'%s is no address of a file, whatever the API is',
	async (address) => {
		for (const baseUrl of [PUBLIC_API, PRIVATE_API]) {
			const { context, asked } = storage(baseUrl);
			expect(await download(context, address)).toEqual(NO_ADDRESS);
			expect(asked).toEqual([]);
		}
	},
);

test('redirects are followed, also where they name a path alone', async () => {
	const { context, urls, dropped } = storage(
		PUBLIC_API,
		{ statusCode: 302, location: 'https://files.example.com/a/nota.pdf' },
		{ statusCode: 307, location: '../b/nota.pdf' },
	);
	expect(await download(context, FILE)).toMatchObject({ body: { statusCode: 200 } });
	expect(urls()).toEqual([
		FILE,
		'https://files.example.com/a/nota.pdf',
		'https://files.example.com/b/nota.pdf',
	]);
	expect(dropped).toEqual([302, 307]);
});

test.each([
	['http://169.254.169.254/latest/meta-data', PRIVATE],
	['//localhost/', PRIVATE],
	['file:///etc/passwd', NO_ADDRESS],
	['http://', NO_ADDRESS],
	[undefined, NOT_FETCHED],
])('a redirect to %s is not followed', async (location, result) => {
	const { context, asked } = storage(PUBLIC_API, { statusCode: 302, location });
	expect(await download(context, FILE)).toEqual(result);
	expect(asked).toHaveLength(1);
});

test('redirects in a circle come to an end', async () => {
	const circle = Array.from({ length: 50 }, () => ({ statusCode: 302, location: FILE }));
	const { context, asked } = storage(PUBLIC_API, ...circle);
	expect(await download(context, FILE)).toEqual(NOT_FETCHED);
	expect(asked).toHaveLength(6);
});

test.each([199, 300, 304, 403, 404, 500])('an answer with %i is no file', async (statusCode) => {
	const { context, dropped } = storage(PUBLIC_API, { statusCode });
	expect(await download(context, FILE)).toEqual(NOT_FETCHED);
	expect(dropped).toEqual([statusCode]);
});

test.each([400, 404])('an answer with %i leads nowhere else', async (statusCode) => {
	const { context, asked } = storage(PUBLIC_API, { statusCode, location: FILE });
	expect(await download(context, FILE)).toEqual(NOT_FETCHED);
	expect(asked).toHaveLength(1);
});
