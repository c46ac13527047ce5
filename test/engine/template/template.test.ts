import type { IDataObject } from 'n8n-workflow';
import { useSandbox } from '../../support/account';
import { run } from '../../support/engine';

const sandbox = useSandbox();

async function getMany(values: IDataObject) {
	const { items } = await run({
		parameters: { resource: 'template', operation: 'getMany', ...values },
		account: sandbox(),
	});
	return items.map(({ json }) => json);
}

const named = async (filters: IDataObject) =>
	(await getMany({ filters })).map(({ name }) => name).sort();

test.each<[string, IDataObject, string[]]>([
	['archived', { archived: true }, ['natal_do_ano_passado']],
	['a name', { name: 'pesquisa' }, ['pesquisa_de_satisfacao']],
	['a text', { text: 'nota' }, ['pesquisa_de_satisfacao']],
	['a use', { templateUse: 'AUTHENTICATION' }, ['codigo_de_acesso']],
	[
		'approved ones for attendance',
		{ approvedOnly: true, templateUse: 'ATTENDANCE' },
		['atualizacao_de_pedido'],
	],
])('filtered by %s', async (_, filters, names) => {
	expect(await named(filters)).toEqual(names);
});

test('filtered by channel', async () => {
	const names = await named({ channelId: sandbox().account.channels[0]?.id });
	expect(names).toHaveLength(6);
	expect(names).not.toContain('agradecimento');
});

test('without filters all templates come, current and archived', async () => {
	expect(await getMany({ returnAll: true })).toHaveLength(sandbox().account.templates.length);
});

test('the parameters come when they are asked for', async () => {
	const [first] = await getMany({ limit: 1, options: { includeDetails: ['Params'] } });
	expect(first?.params).toMatchObject([{ name: 'nome' }, { name: 'pedido' }]);
	const [bare] = await getMany({ limit: 1 });
	expect(bare?.params).toBeNull();
});
