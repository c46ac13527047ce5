import type { IDataObject } from 'n8n-workflow';
import { panelTitled, type PanelRecord } from '../../../playground/sandbox/crm/records';
import { useSandbox } from '../../support/account';
import { run } from '../../support/engine';

const sandbox = useSandbox();

/** n8n itself refuses a blank required field, but not an expression without a value. */
const NOTHING = '={{ $json.nothing }}';

/** Creates a card on the first step of the sales panel and gives what was sent and what came out. */
async function create(additionalFields: IDataObject, more: IDataObject = {}) {
	const account = sandbox();
	const stepId = salesPanel().steps[0]?.id;
	const outcome = await run({
		parameters: {
			resource: 'card',
			operation: 'create',
			panelId: { __rl: true, mode: 'list', value: salesPanel().id },
			stepId,
			title: 'Plano anual',
			additionalFields,
			...more,
		},
		account,
	});
	return {
		outcome,
		stepId,
		sent: account.requests.at(-1)?.body,
		card: account.account.cards.at(-1),
	};
}

const salesPanel = (): PanelRecord => panelTitled(sandbox().account, 'Vendas');

test('a step and a title are enough; the panel is not sent', async () => {
	const { outcome, stepId, sent, card } = await create({});
	expect(sent).toEqual({ stepId, title: 'Plano anual' });
	expect(card).toMatchObject({ panelId: salesPanel().id, stepId, status: 'OPEN' });
	expect(outcome.items[0]?.json).toMatchObject({ id: card?.id, key: card?.key });
});

test('every field that is filled in is sent, in the API’s formats', async () => {
	const { contacts, agents, sessions } = sandbox().account;
	const [first, second] = contacts;
	const [tag] = salesPanel().tags;
	const { stepId, sent, card } = await create(
		{
			contactIds: `${first?.id}, ${second?.id}`,
			description: 'Pediu proposta.',
			dueDate: '2026-09-20T12:00:00',
			metadata: { pairs: [{ key: 'pedido', value: '9876' }] },
			monetaryAmount: 1250.5,
			position: 2,
			responsibleUserId: agents[0]?.userId,
			sessionId: { __rl: true, mode: 'id', value: sessions[0]?.id },
			tagIds: [tag?.id],
		},
		{ specifyCustomFields: 'json', customFieldsJson: '{ "cnpj": ["00.000.000/0001-00"] }' },
	);
	const expected = {
		stepId,
		title: 'Plano anual',
		description: 'Pediu proposta.',
		position: 2,
		dueDate: '2026-09-20T15:00:00.000Z',
		responsibleUserId: agents[0]?.userId,
		tagIds: [tag?.id],
		contactIds: [first?.id, second?.id],
		sessionId: sessions[0]?.id,
		monetaryAmount: 1250.5,
		customFields: { cnpj: ['00.000.000/0001-00'] },
		metadata: { pedido: '9876' },
	};
	expect(sent).toEqual(expected);
	expect(card).toMatchObject(expected);
});

test('an amount and a position of 0 are sent', async () => {
	const { sent } = await create({ monetaryAmount: 0, position: 0 });
	expect(sent).toMatchObject({ monetaryAmount: 0, position: 0 });
});

test('tags can be given by their names', async () => {
	const { sent, card } = await create({ tagIds: 'Prioridade, Retorno' });
	expect(sent).toMatchObject({ tagNames: ['Prioridade', 'Retorno'] });
	expect(card?.tagIds).toEqual([salesPanel().tags[0]?.id, salesPanel().tags[2]?.id]);
});

test('the step works by its ID alone, without a panel', async () => {
	const { card } = await create({}, { panelId: { __rl: true, mode: 'list', value: '' } });
	expect(card?.panelId).toBe(salesPanel().id);
});

describe('what cannot be sent is said before any request', () => {
	test.each<[string, IDataObject, IDataObject, string]>([
		['no step', {}, { stepId: NOTHING }, "'Step' is empty"],
		['no title', {}, { title: NOTHING }, "'Title' is empty"],
		['the name of a step', {}, { stepId: 'Proposta' }, "'Step' is not an ID"],
		['the name of a contact', { contactIds: 'Ana' }, {}, "'Contact IDs' is not an ID"],
		[
			'tags in both ways',
			{ tagIds: ['Prioridade', '62000000-0000-4000-8000-000000000001'] },
			{},
			"'Tags' holds names beside IDs",
		],
	])('%s', async (_, additionalFields, more, message) => {
		const { outcome } = await create(additionalFields, more);
		expect(outcome.error?.message).toContain(message);
		expect(sandbox().requests).toEqual([]);
	});
});
