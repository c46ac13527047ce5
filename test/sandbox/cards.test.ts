import { panelTitled } from '../../playground/sandbox/crm/records';
import { UNKNOWN_ID, withSandbox } from './support';

it(
	'drops custom field values of the wrong type and unknown keys without a word',
	withSandbox(async (client, { account }) => {
		const answer = await client.post('/crm/v2/panel/card', {
			stepId: panelTitled(account, 'Vendas').steps[0]!.id,
			title: 'Plano anual',
			customFields: {
				cnpj: '00.000.000/0001-00',
				funcionarios: ['42'],
				'plano-de-interesse': ['Semanal'],
				'fechamento-previsto': ['2026-09-20'],
				negociacao: ['x'],
				outro: ['x'],
			},
		});
		expect(answer.status).toBe(200);
		expect(answer.data.customFields).toEqual({
			cnpj: ['00.000.000/0001-00'],
			'fechamento-previsto': ['2026/09/20'],
		});
	}),
);

it(
	'writes only the attributes of a card that are named',
	withSandbox(async (client, { account }) => {
		const card = account.cards[0]!;
		const before = structuredClone(card);
		const path = `/crm/v3/panel/card/${card.id}`;

		await client.put(path, { title: 'Outro', dueDate: null });
		expect(card).toEqual(before);
		await client.put(path, { fields: ['DueDate'], title: 'Outro', dueDate: null });
		expect(card).toEqual({ ...before, dueDate: null, updatedAt: expect.any(String) });
	}),
);

it.each([
	['StepId', { stepId: UNKNOWN_ID }],
	['ResponsibleUserId', { responsibleUserId: UNKNOWN_ID }],
	['TagIds', { tagNames: ['Nada'] }],
	['ContactIds', { contactIds: [UNKNOWN_ID] }],
	['Status', { status: 'LOST', lostReasonId: UNKNOWN_ID }],
])(
	'refuses an unknown record for %s and leaves the card as it was',
	async (field, value) =>
		await withSandbox(async (client, { account }) => {
			const card = account.cards[0]!;
			const before = structuredClone(card);
			const body = { fields: ['Title', field], title: 'Outro', ...value };
			const answer = await client.put(`/crm/v3/panel/card/${card.id}`, body);
			expect(answer).toMatchObject({ status: 500, data: { key: 'FORM_ERROR' } });
			expect(card).toEqual(before);
		})(),
);

it(
	'gives archived cards only when they are asked for',
	withSandbox(async (client, { account }) => {
		const { id } = panelTitled(account, 'Vendas');
		const path = `/crm/v2/panel/card?PanelId=${id}&PageSize=100`;
		const statusesOf = async (query: string): Promise<Set<string>> => {
			const { data } = await client.get(`${path}${query}`);
			return new Set(data.items.map(({ status }: { status: string }) => status));
		};
		expect(await statusesOf('')).toEqual(new Set(['OPEN', 'WON', 'LOST']));
		expect(await statusesOf('&Statuses=ARCHIVED')).toEqual(new Set(['ARCHIVED']));
	}),
);
