import type { IDataObject } from 'n8n-workflow';
import { panelTitled } from '../../../playground/sandbox/crm/records';
import { useSandbox } from '../../support/account';
import { dropdownOf, pageOfList } from '../../support/lists';

const picked = (value: string | undefined) => ({ __rl: true, mode: 'list', value });
const names = (list: Array<{ name: string }>) => list.map(({ name }) => name);

describe('a small account', () => {
	const sandbox = useSandbox();
	const salesPanel = () => panelTitled(sandbox().account, 'Vendas');
	const inSales = () => ({ panelId: picked(salesPanel().id) });
	const cardInSales = () => ({
		panelId: picked(''),
		cardId: { __rl: true, mode: 'id', value: sandbox().account.cards[0]?.id },
	});

	test.each([
		['the chosen panel', inSales],
		['the panel of the chosen card', cardInSales],
	])('the steps of %s stand in the order of the board', async (_, parameters) => {
		const steps = await dropdownOf(sandbox(), 'getSteps', parameters());
		expect(names(steps)).toEqual(['Novo lead', 'Qualificação', 'Proposta', 'Fechamento']);
		expect(steps[1]?.value).toBe(
			salesPanel().steps.find(({ title }) => title === 'Qualificação')?.id,
		);
	});

	test('cards are found by their title, and by the name or number of their contact', async () => {
		const [card] = sandbox().account.cards;
		const contact = sandbox().account.contacts.find(({ id }) => id === card?.contactIds[0]);
		const panelId = picked(card?.panelId);
		card!.title = 'Assinatura';
		for (const typed of ['assinatura', contact!.name!, contact!.phoneNumberFormatted!]) {
			const { results } = await pageOfList(sandbox(), 'searchCards', {
				parameters: { panelId },
				typed,
			});
			expect(results.map(({ value }) => value)).toEqual([card?.id]);
		}
	});

	test('contacts are looked at only where something is typed', async () => {
		await pageOfList(sandbox(), 'searchCards', { parameters: inSales() });
		expect(sandbox().requests.map(({ path }) => path)).toEqual(['/crm/v2/panel/card']);
	});

	test('a card that is found by its text and by its contact is there once', async () => {
		const [card] = sandbox().account.cards;
		const contact = sandbox().account.contacts.find(({ id }) => id === card?.contactIds[0]);
		card!.title = `Plano de ${contact!.name}`;
		const { results } = await pageOfList(sandbox(), 'searchCards', {
			parameters: inSales(),
			typed: contact!.name!,
		});
		expect(results.map(({ value }) => value)).toEqual([card?.id]);
	});

	test('archived steps and panels are marked, others are not', async () => {
		Object.assign(salesPanel().steps[3] ?? {}, { archived: true });
		const steps = await dropdownOf(sandbox(), 'getSteps', inSales());
		expect(names(steps)).toEqual([
			'Novo lead',
			'Qualificação (Archived)',
			'Proposta',
			'Fechamento',
		]);

		Object.assign(panelTitled(sandbox().account, 'Implantação'), { archived: true });
		const { results } = await pageOfList(sandbox(), 'searchPanels');
		expect(names(results)).toEqual(['Vendas', 'Implantação (Archived)', 'Minhas tarefas']);
	});

	test('a card that only a contact leads to tells no panel in the editor', async () => {
		const parameters = { cardId: { __rl: true, mode: 'contact', value: 'c1' } };
		await expect(pageOfList(sandbox(), 'searchSteps', { parameters })).rejects.toThrow(
			"Choose a panel in 'Panel'",
		);
		expect(sandbox().requests).toEqual([]);
	});

	test('the steps of a target panel outrank those of the card', async () => {
		const targetPanelId = picked(panelTitled(sandbox().account, 'Implantação').id);
		const steps = await dropdownOf(sandbox(), 'getSteps', { ...cardInSales(), targetPanelId });
		expect(names(steps)).toEqual(['A fazer', 'Em andamento', 'Concluído']);
	});

	test.each([
		['the chosen panel', inSales],
		['the panel of the chosen card', cardInSales],
	])('tags and lost reasons are those of %s', async (_, parameters) => {
		const tags = await dropdownOf(sandbox(), 'getPanelTags', parameters());
		expect(tags).toEqual(salesPanel().tags.map(({ id, name }) => ({ name, value: id })));
		const reasons = await dropdownOf(sandbox(), 'getLostReasons', parameters());
		expect(reasons).toEqual(
			salesPanel().lostReasons.map(({ id, description }) => ({ name: description, value: id })),
		);
	});

	test.each([
		['searchSteps', 'getSteps', 'QUALIFICACAO', ['Qualificação']],
		['searchLostReasons', 'getLostReasons', 'ORCAMENTO', ['Preço acima do orçamento']],
	])('%s searches what a dropdown shows', async (search, load, typed, found) => {
		for (const parameters of [inSales(), cardInSales()]) {
			const { results } = await pageOfList(sandbox(), search, { parameters });
			expect(results).toEqual(await dropdownOf(sandbox(), load, parameters));
			expect(names((await pageOfList(sandbox(), search, { parameters, typed })).results)).toEqual(
				found,
			);
		}
	});

	test.each(['searchSteps', 'searchLostReasons', 'searchCards'])(
		'%s asks for a panel',
		async (method) => {
			for (const parameters of [{}, { panelId: picked('={{ $json.panel }}') }]) {
				await expect(pageOfList(sandbox(), method, { parameters })).rejects.toThrow(
					"Choose a panel in 'Panel'",
				);
			}
		},
	);

	test.each(['getSteps', 'getPanelTags', 'getLostReasons'])(
		'%s asks for a panel when nothing tells it',
		async (method) => {
			for (const parameters of [{}, { panelId: picked('={{ $json.panel }}') }]) {
				expect(await dropdownOf(sandbox(), method, parameters)).toEqual([
					{ name: "Choose a Panel in 'Panel' to See This List", value: '' },
				]);
			}
		},
	);

	test('panels without sales say in the list that they have no lost reasons', async () => {
		const panelId = picked(panelTitled(sandbox().account, 'Implantação').id);
		await expect(dropdownOf(sandbox(), 'getLostReasons', { panelId })).rejects.toMatchObject({
			message: expect.stringContaining('apenas em painéis de vendas'),
		});
	});

	test('cards of the chosen panel are searched in the API, archived ones too', async () => {
		const { results } = await pageOfList(sandbox(), 'searchCards', { parameters: inSales() });
		const cards = sandbox().account.cards.filter(({ panelId }) => panelId === salesPanel().id);
		expect(results.map(({ value }) => value)).toEqual(cards.map(({ id }) => id));
		expect(names(results)).toEqual(
			cards.map(({ key, title, status }) =>
				status === 'OPEN' ? `${key} · ${title}` : `${key} · ${title} · ${status}`,
			),
		);
		expect(cards.map(({ status }) => status)).toContain('ARCHIVED');

		const found = await pageOfList(sandbox(), 'searchCards', {
			parameters: inSales(),
			typed: 'VND-2',
		});
		expect(names(found.results)).toEqual([`VND-2 · ${cards[1]?.title} · WON`]);
		expect(sandbox().requests.at(-1)?.query).toMatchObject({ TextFilter: 'VND-2' });
	});

	test('notes of the chosen card show their text or their files', async () => {
		const { results } = await pageOfList(sandbox(), 'searchCardNotes', {
			parameters: cardInSales(),
		});
		expect(names(results)).toEqual(['Cliente pediu retorno na sexta.', 'planta-1.png']);
		const found = await pageOfList(sandbox(), 'searchCardNotes', {
			parameters: cardInSales(),
			typed: 'PLANTA',
		});
		expect(names(found.results)).toEqual(['planta-1.png']);
		await expect(pageOfList(sandbox(), 'searchCardNotes')).rejects.toThrow(
			"Choose a card in 'Card'",
		);
	});
});

describe('a large account', () => {
	const sandbox = useSandbox('large');

	test('panels come page by page', async () => {
		const first = await pageOfList(sandbox(), 'searchPanels');
		const second = await pageOfList(sandbox(), 'searchPanels', { token: '2' });
		expect(first.results).toHaveLength(100);
		expect(second.results).toHaveLength(30);
		expect(second.paginationToken).toBeUndefined();
	});

	test('the cards of five contacts are looked at, however many contacts there are', async () => {
		const panelId = picked(panelTitled(sandbox().account, 'Vendas').id);
		await pageOfList(sandbox(), 'searchCards', { parameters: { panelId }, typed: 'a' });
		const looks = sandbox().requests.filter(({ query }) => (query as IDataObject).ContactId);
		expect(looks).toHaveLength(5);
	});

	test('panels are searched by title in the API', async () => {
		const { results } = await pageOfList(sandbox(), 'searchPanels', { typed: 'implan' });
		expect(names(results)).toEqual(['Implantação']);
		expect(sandbox().requests.at(-1)?.query).toMatchObject({ Title: 'implan' });
	});
});
