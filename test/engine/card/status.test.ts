import type { IDataObject } from 'n8n-workflow';
import { panelTitled, type CardRecord } from '../../../playground/sandbox/crm/records';
import { useSandbox } from '../../support/account';
import { run } from '../../support/engine';

const sandbox = useSandbox();

function cardIn(status: CardRecord['status']): CardRecord {
	const found = sandbox().account.cards.find((card) => card.status === status);
	if (!found) throw new Error(`The sandbox has no card in status ${status}`);
	return found;
}

async function act(operation: string, card: CardRecord, more: IDataObject = {}) {
	const account = sandbox();
	const outcome = await run({
		parameters: { resource: 'card', operation, cardId: card.id, ...more },
		account,
	});
	return { outcome, sent: account.requests.at(-1)?.body };
}

const salesPanel = () => panelTitled(sandbox().account, 'Vendas');

test.each<[string, CardRecord['status'], CardRecord['status']]>([
	['archive', 'OPEN', 'ARCHIVED'],
	['markAsWon', 'OPEN', 'WON'],
	['reopen', 'WON', 'OPEN'],
	['reopen', 'LOST', 'OPEN'],
	['reopen', 'ARCHIVED', 'OPEN'],
])('%s turns %s into %s and leaves the rest', async (operation, from, to) => {
	const card = cardIn(from);
	const before = structuredClone(card);
	const { outcome, sent } = await act(operation, card);
	expect(sent).toEqual({ fields: ['Status'], status: to });
	expect(card).toEqual({
		...before,
		status: to,
		lostReasonId: null,
		updatedAt: expect.any(String),
	});
	expect(outcome.items.map(({ json }) => json)).toMatchObject([{ id: card.id, status: to }]);
});

test('a card is lost for a reason of its panel', async () => {
	const card = cardIn('OPEN');
	const [reason] = salesPanel().lostReasons;
	const { outcome, sent } = await act('markAsLost', card, { lostReasonId: reason?.id });
	expect(sent).toEqual({ fields: ['Status'], status: 'LOST', lostReasonId: reason?.id });
	expect(card).toMatchObject({ status: 'LOST', lostReasonId: reason?.id });
	expect(outcome.items[0]?.json.lostReason).toEqual({ id: reason?.id, name: reason?.description });
});

test('a card can be lost without a reason', async () => {
	const card = cardIn('OPEN');
	const { sent } = await act('markAsLost', card);
	expect(sent).toEqual({ fields: ['Status'], status: 'LOST' });
	expect(card).toMatchObject({ status: 'LOST', lostReasonId: null });
});

test('a card moves to a step of its panel', async () => {
	const card = cardIn('OPEN');
	const stepId = salesPanel().steps.find(({ id }) => id !== card.stepId)?.id;
	const { sent } = await act('moveToStep', card, { stepId });
	expect(sent).toEqual({ fields: ['StepId'], stepId });
	expect(card.stepId).toBe(stepId);
});

test('moving without a step is said before any request', async () => {
	const { outcome } = await act('moveToStep', cardIn('OPEN'), { stepId: '={{ $json.nothing }}' });
	expect(outcome.error?.message).toBe("'Step' is empty");
	expect(sandbox().requests).toEqual([]);
});
