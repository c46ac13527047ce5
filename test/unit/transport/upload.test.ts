import { NodeApiError } from 'n8n-workflow';
import { Readable } from 'node:stream';
import { connect } from '../../../nodes/WtsChat/transport/api';
import { putFile } from '../../../nodes/WtsChat/transport/upload';
import { errorOf, scripted, type Step } from './support';

jest.useFakeTimers();

const ADDRESS = 'https://storage.example.com/file?signature=1';
const PDF = { body: Buffer.from('%PDF'), size: 4, mimeType: 'application/pdf' };

async function upload(step: Step, file = PDF) {
	const account = scripted([step]);
	await putFile(account.run, ADDRESS, file, 30_000);
	return account.sent;
}

test('the bytes go to the signed address, without the API key', async () => {
	const { run, sent, apiKey } = scripted([{ status: 201 }]);
	await (await connect(run)).upload(ADDRESS, PDF);
	expect(sent).toHaveLength(1);
	expect(sent[0]).toMatchObject({
		credential: undefined,
		options: {
			method: 'PUT',
			url: ADDRESS,
			body: PDF.body,
			headers: { 'Content-Type': 'application/pdf', 'Content-Length': 4 },
			disableFollowRedirect: true,
			timeout: 30_000,
		},
	});
	expect(JSON.stringify(sent)).not.toContain(apiKey);
});

test('a file of no bytes tells its length', async () => {
	const [sent] = await upload({}, { ...PDF, body: Buffer.alloc(0), size: 0 });
	expect(sent?.options.headers).toHaveProperty('Content-Length', 0);
});

test('a stream of unknown length tells none', async () => {
	const { run, sent } = scripted([{}]);
	const body = Readable.from(['%PDF']);
	await putFile(run, ADDRESS, { body, mimeType: 'application/pdf' }, 30_000);
	expect(sent[0]?.options.headers).toStrictEqual({ 'Content-Type': 'application/pdf' });
	expect(sent[0]?.options.body).toBe(body);
});

test('a refusal of the storage is an error about the file, with the words of the storage', async () => {
	const account = scripted([{ status: 400, body: '<Code>EntityTooLarge</Code>' }]);
	const error = await errorOf(putFile(account.run, ADDRESS, PDF, 30_000));
	expect(error).toBeInstanceOf(NodeApiError);
	expect(error.message).toBe('The file storage of WTS Chat did not take the file');
	expect(error.description).toMatch(/nothing was sent.*EntityTooLarge.*HTTP 400/);
});

test.each(['ECONNREFUSED', 'ECONNRESET'])(
	'a storage that fails with %s is an error',
	async (fails) => {
		const error = await errorOf(upload({ fails }));
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error.description).toContain(fails);
	},
);

test.each<Step>([{ status: 503 }, { fails: 'ECONNREFUSED' }, { fails: 'ECONNRESET' }])(
	'an upload is not tried again after %j, because a stream can be read only once',
	async (step) => {
		const { run, sent } = scripted([step, {}]);
		await errorOf((await connect(run)).upload(ADDRESS, PDF));
		expect(sent).toHaveLength(1);
	},
);

test('what the storage repeats of the signed address is masked', async () => {
	const address = 'https://storage.example.com/file?sig=aBc%2Fd1234567&se=2026';
	const body = '<Error>No match for sig=aBc%2Fd1234567&se=2026, aBc/d1234567</Error>';
	const { run } = scripted([{ status: 403, body }]);
	const error = await errorOf(putFile(run, address, PDF, 30_000));
	expect(error.description).toContain('No match for [signature], [signature]');
});

test.each([
	['a query with a question mark', '/file?sig=ab?d1234567', 'sig=ab?d1234567', '[signature]'],
	['a part of the path', '/a/t0ken12345/file', 'a/t0ken12345/file', 'a/[signature]/file'],
	['a value of eight characters', '/file?sv=1&sig=ab345678', 'sig=ab345678', 'sig=[signature]'],
	['nothing that is short', '/file?se=2026', 'file of 2026', 'file of 2026'],
])('what gives access is masked: %s', async (_, path, repeated, shown) => {
	const { run } = scripted([{ status: 403, body: `<Error>No match: ${repeated}.</Error>` }]);
	const error = await errorOf(putFile(run, `https://storage.example.com${path}`, PDF, 30_000));
	expect(error.description).toContain(`No match: ${shown}.`);
});

test('a run that is stopped stops the upload', async () => {
	const { run, sent, stop, signal } = scripted([{}]);
	await putFile(run, ADDRESS, PDF, 30_000, signal);
	expect(sent[0]?.options.abortSignal?.aborted).toBe(false);
	stop();
	expect(sent[0]?.options.abortSignal?.aborted).toBe(true);
});
