import type { IDataObject } from 'n8n-workflow';
import { panelTitled } from '../../../playground/sandbox/crm/records';
import { useSandbox } from '../../support/account';
import { run } from '../../support/engine';

async function read(account: ReturnType<ReturnType<typeof useSandbox>>, parameters: IDataObject) {
	return await run({
		parameters: {
			resource: 'card',
			operation: 'getMany',
			panelId: panelTitled(account.account, 'Vendas').id,
			...parameters,
		},
		account,
	});
}

describe('a small account', () => {
	const sandbox = useSandbox();

	test('all filters reach the API by its names', async () => {
		const [card] = sandbox().account.cards;
		const { items } = await read(sandbox(), {
			filters: {
				contactId: { __rl: true, mode: 'id', value: card?.contactIds[0] },
				createdAfter: '2026-01-01T00:00:00',
				responsibleUserId: card?.responsibleUserId,
				statuses: ['OPEN', 'LOST'],
				stepId: card?.stepId,
				text: 'plano anual',
			},
			sort: { field: 'createdAt', direction: 'DESCENDING' },
		});
		expect(sandbox().requests[0]?.query).toEqual({
			PanelId: card?.panelId,
			'CreatedAt.After': '2026-01-01T03:00:00.000Z',
			ContactId: card?.contactIds[0],
			ResponsibleUserId: card?.responsibleUserId,
			Statuses: ['OPEN', 'LOST'],
			StepId: card?.stepId,
			TextFilter: 'plano anual',
			OrderBy: 'createdAt',
			OrderDirection: 'DESCENDING',
			PageNumber: '1',
			PageSize: '100',
		});
		expect(items.map(({ json }) => json.id)).toEqual([card?.id]);
	});

	test('a card comes in short, unless everything is asked for', async () => {
		const short = await read(sandbox(), { limit: 1 });
		expect(Object.keys(short.items[0]?.json ?? {})).toHaveLength(10);
		const whole = await read(sandbox(), {
			limit: 1,
			simplify: false,
			options: { includeDetails: ['Contacts', 'CustomFields', 'StepTitle'] },
		});
		expect(whole.items[0]?.json).toMatchObject({
			contacts: [{ name: expect.any(String) }],
			customFields: { 'plano-de-interesse': ['Anual'] },
			stepTitle: expect.any(String),
			panelTitle: null,
		});
	});

	test('without a panel nothing is sent', async () => {
		const { error } = await read(sandbox(), { panelId: '={{ $json.nothing }}' });
		expect(error?.message).toBe("'Panel' is empty");
		expect(sandbox().requests).toEqual([]);
	});
});

describe('a large account', () => {
	const sandbox = useSandbox('large');

	test('all pages are read', async () => {
		const { items } = await read(sandbox(), {
			returnAll: true,
			filters: { statuses: ['OPEN', 'WON', 'LOST', 'ARCHIVED'] },
		});
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(225);
	});
});
