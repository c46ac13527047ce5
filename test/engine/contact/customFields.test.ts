import type { IDataObject, ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { useSandbox } from '../../support/account';
import { editorContext, run } from '../../support/engine';
import { wtsChat } from '../../support/nodes';

const sandbox = useSandbox();

/** The dynamic form, as the editor loads it. */
async function form(): Promise<ResourceMapperFields> {
	const load = wtsChat.methods?.resourceMapping?.getContactCustomFields as (
		this: ILoadOptionsFunctions,
	) => Promise<ResourceMapperFields>;
	return await load.call(await editorContext({ parameters: {}, account: sandbox() }));
}

test('the form has the fields of contacts by key, with their types, and no groups', async () => {
	const { fields } = await form();
	expect(fields.map(({ id, type }) => [id, type])).toEqual([
		['plano', 'options'],
		['interesses', 'array'],
		['cpf', 'string'],
		['preferencias', 'string'],
		['filhos', 'number'],
		['limite-de-credito', 'number'],
		['aniversario', 'dateTime'],
		['melhor-horario', 'time'],
		['proxima-visita', 'dateTime'],
		['aceita-ofertas', 'boolean'],
	]);
});

test('values are written by key and kept in their types', async () => {
	const { fields } = await form();
	await run({
		parameters: {
			resource: 'contact',
			operation: 'update',
			contactId: sandbox().account.contacts[0]?.id,
			specifyCustomFields: 'fields',
			customFields: {
				mappingMode: 'defineBelow',
				schema: fields,
				value: {
					plano: 'Anual',
					interesses: ['Pães', 'Doces'],
					filhos: 0,
					'limite-de-credito': 1500.5,
					aniversario: '1990-05-04T00:00:00',
					'aceita-ofertas': false,
					cpf: '',
				},
			} as unknown as IDataObject,
		},
		account: sandbox(),
	});
	expect(sandbox().requests.at(-1)?.body).toEqual({
		fields: ['CustomFields'],
		customFields: {
			plano: 'Anual',
			interesses: ['Pães', 'Doces'],
			filhos: 0,
			'limite-de-credito': 1500.5,
			aniversario: '1990-05-04',
			'aceita-ofertas': false,
		},
	});
	expect(sandbox().account.contacts[0]?.customFields).toEqual({
		plano: ['Anual'],
		interesses: ['Pães', 'Doces'],
		filhos: [0],
		'limite-de-credito': [1500.5],
		aniversario: ['1990/05/04'],
		'aceita-ofertas': [false],
	});
});

test('the keys to filter by are offered by name', async () => {
	const load = wtsChat.methods?.loadOptions?.getContactCustomFieldKeys;
	const context = await editorContext({ parameters: {}, account: sandbox() });
	expect((await load?.call(context))?.slice(0, 2)).toEqual([
		{ name: 'Plano', value: 'plano' },
		{ name: 'Interesses', value: 'interesses' },
	]);
});
