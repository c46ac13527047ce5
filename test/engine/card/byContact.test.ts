import type { IDataObject } from 'n8n-workflow';
import { panelTitled } from '../../../playground/sandbox/crm/records';
import { useSandbox } from '../../support/account';
import { run } from '../../support/engine';
import { wtsChat } from '../../support/nodes';

const sandbox = useSandbox();

const panel = () => panelTitled(sandbox().account, 'Vendas');
const contact = () => sandbox().account.contacts[0]!;

/** Gives the contact open cards in the panel, as many as `count`, and gives these. */
function openCards(count: number) {
	const cards = sandbox().account.cards.filter(({ panelId }) => panelId === panel().id);
	for (const card of cards) card.contactIds = [];
	return cards.slice(0, count).map((card) => {
		Object.assign(card, { contactIds: [contact().id], status: 'OPEN' });
		return card;
	});
}

async function onCardOf(value: string, operation = 'markAsWon', more: IDataObject = {}) {
	return await run({
		parameters: {
			resource: 'card',
			operation,
			panelId: { __rl: true, mode: 'list', value: panel().id },
			cardId: { __rl: true, mode: 'contact', value },
			...more,
		},
		account: sandbox(),
	});
}

test.each([
	['phone number', () => '(11) 90000-0001'],
	['phone number without its ninth digit', () => '+55 11 0000-0001'],
	['ID', () => contact().id],
])('the open card of a contact is found by the %s of the contact', async (_, value) => {
	const [card] = openCards(1);
	const { items, error } = await onCardOf(value());
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => json.id)).toEqual([card!.id]);
	expect(card!.status).toBe('WON');
});

test('notes are written on it and read from it', async () => {
	const [card] = openCards(1);
	const note = { resource: 'cardNote', text: 'Pediu retorno' };
	const { items } = await onCardOf(contact().id, 'create', note);
	expect(items[0]?.json).toMatchObject({ text: 'Pediu retorno' });
	expect(sandbox().requests.at(-1)?.path).toBe(`/crm/v1/panel/card/${card!.id}/note`);
	const { items: notes } = await onCardOf(contact().id, 'getMany', { resource: 'cardNote' });
	expect(notes.map(({ json }) => json.id)).toContain(items[0]?.json.id);
});

test('no card, several cards and an unknown number are said, and nothing is changed', async () => {
	openCards(0);
	const { error: none } = await onCardOf(contact().id);
	expect(none?.message).toBe('The contact has no open card in the panel');

	const cards = openCards(2);
	const { error: several } = await onCardOf(contact().id);
	expect(several?.message).toBe('The contact has several open cards in the panel');
	for (const { key } of cards) expect(several?.description).toContain(key);

	const { error: unknown } = await onCardOf('+55 11 95555-5555');
	expect(unknown?.message).toBe('Nobody has the phone number that the card is looked for by');
	expect(unknown?.description).toContain('+5511955555555');
	expect(sandbox().requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});

describe('what cannot be done is said before any request', () => {
	test.each<[string, string, IDataObject, RegExp]>([
		[
			'no panel',
			'markAsWon',
			{ panelId: { __rl: true, mode: 'list', value: '' } },
			/^'Panel' is empty$/,
		],
		['nothing to update', 'update', { updateFields: {} }, /^There is nothing to update$/],
		[
			'no contact',
			'markAsWon',
			{ cardId: { __rl: true, mode: 'contact', value: '={{ $json.a }}' } },
			/^'Card' is empty$/,
		],
		[
			'no number',
			'markAsWon',
			{ cardId: { __rl: true, mode: 'contact', value: 'Maria' } },
			/^'Card' is not a phone number/,
		],
	])('%s', async (_, operation, more, message) => {
		const { error } = await onCardOf(contact().id, operation, more);
		expect(error?.message).toMatch(message);
		expect(sandbox().requests).toEqual([]);
	});
});

test('every operation on a card offers it, but for the one on cards that are not open', () => {
	const without = wtsChat.description.properties
		.filter(
			({ name, modes }) => name === 'cardId' && !modes?.some((mode) => mode.name === 'contact'),
		)
		.map(({ displayOptions }) => displayOptions?.show?.operation);
	expect(without).toEqual([['reopen']]);
});
