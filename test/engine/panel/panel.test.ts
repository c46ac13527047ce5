import type { IDataObject } from 'n8n-workflow';
import { panelTitled } from '../../../playground/sandbox/crm/records';
import { useSandbox } from '../../support/account';
import { run } from '../../support/engine';

const sandbox = useSandbox();

async function read(operation: string, title: string, parameters: IDataObject = {}) {
	const account = sandbox();
	return await run({
		parameters: {
			resource: 'panel',
			operation,
			panelId: panelTitled(account.account, title).id,
			...parameters,
		},
		account,
	});
}

const values = ({ items }: Awaited<ReturnType<typeof read>>, name: string) =>
	items.map(({ json }) => json[name]);

test('a panel comes in short, or with the details asked for', async () => {
	const short = await read('get', 'Vendas');
	expect(short.items[0]?.json).toMatchObject({ title: 'Vendas', type: 'SALES' });
	expect(Object.keys(short.items[0]?.json ?? {})).toHaveLength(10);

	const whole = await read('get', 'Vendas', {
		simplify: false,
		options: { includeDetails: ['Steps', 'Tags'] },
	});
	expect(sandbox().requests.at(-1)?.query).toEqual({ IncludeDetails: ['Steps', 'Tags'] });
	expect(whole.items[0]?.json.tags).toHaveLength(3);
	expect(whole.items[0]?.json.steps).toHaveLength(4);
});

test('panels are found by title and type', async () => {
	const filters = { title: 'tarefas', panelType: 'MANAGEMENT' };
	expect(values(await read('getMany', 'Vendas', { filters }), 'title')).toEqual(['Minhas tarefas']);
	expect(sandbox().requests.at(-1)?.query).toMatchObject({ Title: 'tarefas', Type: 'MANAGEMENT' });
});

test('steps come in the order of the board, up to the limit', async () => {
	const all = await read('getManySteps', 'Vendas', { returnAll: true });
	expect(values(all, 'title')).toEqual(['Novo lead', 'Qualificação', 'Proposta', 'Fechamento']);
	const some = await read('getManySteps', 'Vendas', { limit: 2 });
	expect(values(some, 'title')).toEqual(['Novo lead', 'Qualificação']);
});

test('steps can be counted', async () => {
	const steps = await read('getManySteps', 'Vendas', {
		options: { includeDetails: ['StepsCardCount'] },
	});
	const { id } = panelTitled(sandbox().account, 'Vendas');
	const cards = sandbox().account.cards.filter(({ panelId }) => panelId === id);
	const counted = (values(steps, 'cardCount') as number[]).reduce((sum, count) => sum + count, 0);
	expect(counted).toBe(cards.length);
});

test('custom fields come as a flat list, or inside their groups', async () => {
	const flat = await read('getManyCustomFields', 'Vendas');
	expect(values(flat, 'key')).toContain('plano-de-interesse');
	const nested = await read('getManyCustomFields', 'Vendas', { options: { nestedList: true } });
	expect(values(nested, 'key')).not.toContain('plano-de-interesse');
	expect(nested.items[0]?.json).toMatchObject({
		key: 'negociacao',
		children: [{ key: 'plano-de-interesse' }, { key: 'produtos' }],
	});
});

test('lost reasons belong to sales panels; others say so', async () => {
	const reasons = await read('getManyLostReasons', 'Vendas');
	expect(values(reasons, 'description')).toContain('Sem resposta');
	const { error } = await read('getManyLostReasons', 'Implantação');
	expect(error?.message).toBe('WTS Chat refused the request');
	expect(error?.description).toContain('apenas em painéis de vendas');
});
