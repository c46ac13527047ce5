import type { CardReference } from '../../../nodes/WtsChat/fields/card';
import { onCard } from '../../../nodes/WtsChat/operations/onCard';
import { get, type ApiRequest } from '../../../nodes/WtsChat/transport/contract';
import { answering, listOf, missing } from './support';

const requestFor = (id: string) => get('/crm/v1/panel/card/{id}', { path: { id } });

/** What is asked about the card of the contact, in an account where it has these open cards. */
async function asked(contact: NonNullable<CardReference['contact']>, ...cards: object[]) {
	const account = answering(({ path }) => {
		if (path === '/crm/v2/panel/card') return listOf(...cards);
		if (path.endsWith('/5511900000001')) return { id: 'ana' };
		throw missing();
	});
	const later = onCard({ contact, panelId: 'panel' }, requestFor);
	if (typeof later !== 'function') throw new Error('Nothing was looked up');
	const { requests } = account;
	return { request: await later(account.api).catch((error: unknown) => error), requests };
}

const [first, second] = [
	{ id: 1, key: 'VEN-1', title: 'Proposta' },
	{ id: 2, key: 'VEN-2', title: 'Retorno' },
];

test('a card that is given by its ID is not looked up', () => {
	expect(onCard({ id: 'card' }, requestFor)).toEqual(requestFor('card'));
});

test('what the values cannot make is refused before anything is looked up', () => {
	const refuses = (): ApiRequest => {
		throw new Error('There is nothing to update');
	};
	const card = { contact: { contactId: 'ana' }, panelId: 'panel' };
	expect(() => onCard(card, refuses)).toThrow('There is nothing to update');
});

test('the one open card of a contact in the panel is meant', async () => {
	const { request, requests } = await asked({ contactId: 'ana' }, first);
	expect(request).toEqual(requestFor('1'));
	expect(requests).toMatchObject([
		{
			method: 'GET',
			path: '/crm/v2/panel/card',
			query: { PanelId: 'panel', ContactId: 'ana', Statuses: ['OPEN'] },
		},
	]);
});

test('a contact is found by its phone number', async () => {
	const { request, requests } = await asked({ phoneNumber: '5511900000001' }, first);
	expect(request).toEqual(requestFor('1'));
	expect(requests.at(-1)?.query?.ContactId).toBe('ana');
});

test.each<[string, NonNullable<CardReference['contact']>, object[], string, string]>([
	[
		'a number that nobody has',
		{ phoneNumber: '5511900000002' },
		[first],
		'Nobody has the phone number that the card is looked for by',
		'It is +5511900000002.',
	],
	[
		'no card',
		{ contactId: 'ana' },
		[],
		'The contact has no open card in the panel',
		"Choose another panel, or make the card with 'Create'.",
	],
	[
		'several cards',
		{ contactId: 'ana' },
		[first, second],
		'The contact has several open cards in the panel',
		'They are VEN-1 (Proposta), VEN-2 (Retorno). Give the one that is meant by its ID.',
	],
])('%s is said, with what to do', async (_, contact, cards, message, remedy) => {
	const { request: error } = await asked(contact, ...cards);
	expect(error).toMatchObject({ message, remedy });
});

test('of very many cards the first ten are told', async () => {
	const cards = Array.from({ length: 12 }, (_, n) => ({ id: n, key: `VEN-${n}`, title: 'x' }));
	const { request: error } = await asked({ contactId: 'ana' }, ...cards);
	expect(error).toMatchObject({ remedy: expect.stringMatching(/VEN-9 \(x\)\. Give/) });
});
