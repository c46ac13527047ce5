import type { IDataObject } from 'n8n-workflow';
import { sessionAt, useSandbox } from '../../support/account';
import { run } from '../../support/engine';

const sandbox = useSandbox();

/** Sends a file into the first session. */
async function send(operation: string, values: IDataObject, mimeType?: string) {
	const account = sandbox();
	const outcome = await run({
		parameters: {
			resource: 'message',
			operation,
			sendTo: 'session',
			sessionId: sessionAt(account, 0).id,
			...values,
		},
		binary: mimeType
			? { data: { data: Buffer.from('bytes').toString('base64'), fileName: 'arquivo', mimeType } }
			: undefined,
		account,
	});
	return { outcome, requests: account.requests };
}

const carried = { fileSource: 'binary', binaryPropertyName: 'data' };

test.each([
	['sendAudio', 'audio', 'AUDIO'],
	['sendDocument', 'document', 'DOCUMENT'],
	['sendImage', 'image', 'IMAGE'],
	['sendVideo', 'video', 'VIDEO'],
])('%s sends a public address as it is', async (operation, path, type) => {
	const fileUrl = 'https://files.example.com/a.bin';
	const { requests } = await send(operation, { fileSource: 'url', fileUrl });
	expect(requests).toHaveLength(1);
	expect(requests[0]).toMatchObject({
		path: `/chat/v1/send/${path}`,
		body: { fileIdOrUrl: fileUrl },
		status: 200,
	});
	expect(sandbox().account.messages.at(-1)?.type).toBe(type);
});

test('a stored file is sent by its ID, with a caption', async () => {
	const fileId = sandbox().account.files[0]?.id;
	const { requests } = await send('sendDocument', {
		fileSource: 'id',
		fileId,
		text: 'Segue a nota fiscal',
	});
	expect(requests.at(-1)?.body).toEqual({
		sessionId: sessionAt(sandbox(), 0).id,
		fileIdOrUrl: fileId,
		text: 'Segue a nota fiscal',
	});
});

test.each([
	['sendAudio', 'audio/ogg', 'AUDIO'],
	['sendImage', 'image/png', 'IMAGE'],
	['sendVideo', 'video/mp4', 'VIDEO'],
	['sendDocument', 'application/pdf', 'PDF'],
	['sendDocument', 'image/png', 'DOCUMENT'],
])('%s stores %s of the item first, as %s', async (operation, mimeType, type) => {
	const { outcome, requests } = await send(operation, carried, mimeType);
	expect(outcome.error).toBeUndefined();
	expect(requests.map(({ method }) => method)).toEqual(['GET', 'PUT', 'POST', 'POST']);
	const file = sandbox().account.files.at(-1);
	expect(file).toMatchObject({ type, mimeType });
	expect(requests.at(-1)?.body).toMatchObject({ fileIdOrUrl: file?.id });
});

describe('what cannot be sent is said before any request', () => {
	test.each<[string, string, IDataObject, string, string]>([
		['a PDF as an image', 'sendImage', carried, 'application/pdf', 'is no image'],
		['an image as a video', 'sendVideo', carried, 'image/png', 'is no video'],
		['a video as an audio', 'sendAudio', carried, 'video/mp4', 'is no audio'],
		[
			'a field without a file',
			'sendImage',
			{ ...carried, binaryPropertyName: 'foto' },
			'image/png',
			'The item has no file',
		],
		[
			'a path instead of an address',
			'sendImage',
			{ fileSource: 'url', fileUrl: '/tmp/foto.png' },
			'',
			"'File URL' is not an address",
		],
		[
			'a name instead of an ID',
			'sendImage',
			{ fileSource: 'id', fileId: 'foto.png' },
			'',
			"'File ID' is not an ID",
		],
	])('%s', async (_, operation, values, mimeType, message) => {
		const { outcome, requests } = await send(operation, values, mimeType);
		expect(outcome.error?.message).toContain(message);
		expect(requests).toEqual([]);
	});
});
