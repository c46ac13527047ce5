import type { ItemFile } from '../../../nodes/WtsChat/fields/source';
import { fileOfKind, type MediaKind } from '../../../nodes/WtsChat/fields/file';
import { template } from '../../../nodes/WtsChat/fields/template';
import { sourceOf } from '../../support/source';
import { ID, OTHER, refusalOf } from './support';

const fileOfType = (mimeType: string): ItemFile => ({
	name: `a of ${mimeType}`,
	mimeType,
	content: async () => await Promise.reject(new Error('Nobody needs the content')),
});

/** A form for the parameters of a template, with the file that goes with it. */
const filled = (value: object, file = '') => ({
	specifyParameters: 'fields',
	templateParameters: {
		mappingMode: 'defineBelow',
		schema: [
			{ id: `text:${file}`, displayName: 'Text', type: 'string', readOnly: true, required: true },
			{ id: 'nome', displayName: 'Nome', type: 'string', required: true },
		],
		value,
	},
});

const read = (values: object, mimeType = 'image/png') =>
	template.read(sourceOf({ templateId: ID, ...values }, { fileIn: () => fileOfType(mimeType) }));

describe('the parameters of a template', () => {
	test.each([undefined, 'fields'])('are those of its form (%s)', (specifyParameters) => {
		const given = { ...filled({ nome: 'Júlia', 'text:': 'Olá {{nome}}' }), specifyParameters };
		expect(read({ ...given, templateParametersJson: '{ "nome": "Ana" }' })).toEqual({
			templateId: ID,
			parameters: { nome: 'Júlia' },
		});
	});

	test('are texts, whatever JSON gives', () => {
		const templateParametersJson = { nome: 'Júlia', pedido: 9876, pago: false, nota: null };
		expect(
			read({ ...filled({ nome: 'Ana' }), specifyParameters: 'json', templateParametersJson }),
		).toEqual({
			templateId: ID,
			parameters: { nome: 'Júlia', pedido: '9876', pago: 'false', nota: null },
		});
	});

	test.each([[{ a: 1 }], [[1]]])('hold no %j', (pedido) => {
		const given = { specifyParameters: 'json', templateParametersJson: { nome: 'a', pedido } };
		expect(refusalOf(() => read(given))).toMatchObject({
			message: "'Parameters (JSON)' holds a value that is not a text",
			remedy: 'The value of "pedido" has to be a text or a number.',
		});
	});

	test('are none where the template has none', () => {
		expect(read({})).toEqual({ templateId: ID });
		expect(refusalOf(() => read({ templateId: '' })).message).toBe("'Template' is empty");
	});
});

describe('the file of a template', () => {
	const url = 'https://files.example.com/a';

	test.each([
		['IMAGE', 'image'],
		['VIDEO', 'video'],
	])('of the kind %s is asked for, and has to be of that kind', (file, kind) => {
		const given = filled({ nome: 'Júlia' }, file);
		expect(read({ ...given, templateFileUrl: url }).file).toEqual({ url });
		expect(refusalOf(() => read(given)).message).toBe("'Template File URL' is empty");
		const carried = { ...given, templateFileSource: 'binary', templateBinaryPropertyName: 'data' };
		expect(read(carried, `${kind}/x`).file?.bytes?.mimeType).toBe(`${kind}/x`);
		expect(refusalOf(() => read(carried, 'application/pdf'))).toMatchObject({
			message: `The file that the item carries is no ${kind}`,
			remedy: '"a of application/pdf" is of the type application/pdf.',
		});
	});

	test('may be of every type where it is a document', () => {
		const given = {
			...filled({ nome: 'Júlia' }, 'DOCUMENT'),
			templateFileSource: 'binary',
			templateBinaryPropertyName: 'data',
		};
		expect(read(given, 'image/png').file?.bytes?.mimeType).toBe('image/png');
	});

	test('is left alone where the template goes without one', () => {
		expect(read({ ...filled({ nome: 'Júlia' }), templateFileUrl: url }).file).toBeUndefined();
	});

	test('may go with parameters in JSON', () => {
		const given = { specifyParameters: 'json', templateFileId: OTHER };
		expect(read({ ...given, templateFileSource: 'id' }).file).toEqual({ id: OTHER });
		expect(read(given).file).toBeUndefined();
	});
});

describe('a file that goes out as media', () => {
	const kinds: MediaKind[] = ['audio', 'image', 'video', 'document'];

	test.each(kinds)('passes as %s where nobody knows its type yet', (kind) => {
		for (const file of [{ id: ID }, { url: 'https://files.example.com/a' }]) {
			expect(fileOfKind(file, kind)).toBe(file);
		}
	});

	test('is of the kind by its type from the start', () => {
		const file = { bytes: fileOfType('application/audio/') };
		expect(() => fileOfKind(file, 'audio')).toThrow('The file that the item carries is no audio');
		expect(() => fileOfKind({ bytes: fileOfType('audiobook/x') }, 'audio')).toThrow('is no audio');
	});
});
