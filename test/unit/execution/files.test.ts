import { Readable } from 'node:stream';
import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { fileOf } from '../../../nodes/WtsChat/execution/files';

const stored = { id: 'filesystem:1', data: 'filesystem', mimeType: 'image/png', fileName: 'a.png' };
const kept = { data: Buffer.from('Olá').toString('base64'), mimeType: 'text/plain' };
const stream = Readable.from([]);

/** A node whose second item carries files. */
function contextOf(files: Record<string, IBinaryData>) {
	const helpers = {
		getBinaryMetadata: jest.fn(async (id: string) => ({ fileSize: id === stored.id ? 7 : -1 })),
		getBinaryStream: jest.fn(async (id: string) => (id === stored.id ? stream : undefined)),
	};
	const getInputData = () => [{ json: {} }, { json: {}, binary: files }];
	return { context: { getInputData, helpers } as unknown as IExecuteFunctions, helpers };
}

test('a file that n8n has stored is streamed, and only once it is needed', async () => {
	const { context, helpers } = contextOf({ data: stored });
	const file = fileOf(context, 1, 'data', 'Input');
	expect(file).toMatchObject({ name: 'a.png', mimeType: 'image/png' });
	expect(helpers.getBinaryStream).not.toHaveBeenCalled();
	expect(await file.content()).toEqual({ body: stream, size: 7, mimeType: 'image/png' });
});

test('a file that stands in the item comes as a whole, named even where it has no name', async () => {
	const { context, helpers } = contextOf({ other: stored, note: kept });
	const file = fileOf(context, 1, 'note', 'Input');
	expect(file).toMatchObject({ name: 'file', mimeType: 'text/plain' });
	expect(await file.content()).toEqual({
		body: Buffer.from('Olá'),
		size: 4,
		mimeType: 'text/plain',
	});
	expect(helpers.getBinaryStream).not.toHaveBeenCalled();
});

test.each([
	['in another field', 1, 'photo'],
	['in another item', 0, 'data'],
	['beyond the items', 2, 'data'],
])('a file %s is none of the item, which names the field', (_, item, binaryField) => {
	const { context } = contextOf({ data: stored });
	expect(() => fileOf(context, item, binaryField, 'Input Field')).toThrow(
		expect.objectContaining({
			message: "The item has no file in the field named by 'Input Field'",
			remedy: expect.stringContaining(`a file under "${binaryField}"`),
		}),
	);
});
