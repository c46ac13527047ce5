import {
	card,
	cardCustomFields,
	cardMembers,
	cardOf,
	closedCard,
} from '../../../nodes/WtsChat/fields/card';
import { updateFieldsOf } from '../../../nodes/WtsChat/fields/kinds/collection';
import { panelOfCard, panelOfNewCard } from '../../../nodes/WtsChat/fields/panel';
import { sourceOf } from '../../support/source';
import { blanks, ID, OTHER, refusalOf } from './support';

const located = (mode: string, value: unknown) => ({ __rl: true, mode, value });

describe('a card', () => {
	test.each([ID, located('list', ID), located('id', ` ${ID} `)])(
		'is named by its ID, whatever the panel is: %j',
		(cardId) => {
			for (const panelId of [undefined, located('list', OTHER), 'Vendas']) {
				const source = sourceOf({ cardId, panelId });
				expect(card.read(source)).toEqual({ id: ID });
				expect(closedCard.read(source)).toEqual({ id: ID });
			}
		},
	);

	test.each([
		['(11) 90000-0001', { phoneNumber: '5511900000001' }],
		['@julia', { phoneNumber: '@julia' }],
		[ID, { contactId: ID }],
	])('is the one that the contact %s has in the panel', (value, contact) => {
		const cardId = located('contact', value);
		const source = sourceOf({ cardId, panelId: located('list', OTHER) });
		expect(card.read(source)).toEqual({ contact, panelId: OTHER });
	});

	test('of a contact needs the panel', () => {
		const cardId = located('contact', '@julia');
		expect(refusalOf(() => card.read(sourceOf({ cardId }))).message).toBe("'Panel' is empty");
	});

	test('that is not open is found by its ID alone', () => {
		const source = sourceOf({ cardId: located('contact', '@julia'), panelId: OTHER });
		expect(refusalOf(() => closedCard.read(source)).message).toMatch(/^'Card' is not an ID/);
	});

	test.each(blanks)('is needed, however it is named (%j)', (value) => {
		for (const mode of ['list', 'id', 'contact']) {
			const source = sourceOf({ cardId: located(mode, value), panelId: OTHER });
			expect(refusalOf(() => card.read(source)).message).toBe("'Card' is empty");
			expect(refusalOf(() => closedCard.read(source)).message).toBe("'Card' is empty");
		}
	});

	test('whose panel only fills lists stops at nothing that stands there', () => {
		for (const panel of [panelOfCard, panelOfNewCard]) {
			expect(panel.read(sourceOf({ panelId: 'Vendas' }))).toBeUndefined();
		}
	});
});

describe('what a card has', () => {
	const values = (updateFields: object) =>
		updateFieldsOf(cardMembers).read(sourceOf({ updateFields }));

	test('goes to the API by the names that it has for it', () => {
		const given = values({
			description: 'Pediu proposta',
			monetaryAmount: '1.490,50',
			contactIds: `${ID}, ${OTHER}`,
			tagIds: [ID],
		});
		expect(cardOf({ plano: ['Anual'] }, given)).toEqual({
			description: 'Pediu proposta',
			monetaryAmount: 1490.5,
			contactIds: [ID, OTHER],
			tagIds: [ID],
			customFields: { plano: ['Anual'] },
		});
	});

	test('has its tags by name as well', () => {
		expect(cardOf(undefined, values({ tagIds: 'Quente, Frio' }))).toEqual({
			tagNames: ['Quente', 'Frio'],
		});
	});

	test('is nothing where nothing is given', () => {
		const sent = Object.values(cardOf(undefined, values({})));
		expect(sent.every((value) => value === undefined)).toBe(true);
	});
});

describe('custom fields of a card', () => {
	const read = (given: object) => cardCustomFields.read(sourceOf({ ...given }));
	const value = { plano: 'Anual', etapas: ['A', 'B'] };

	test('of the dynamic form are lists, each of them', () => {
		const customFields = { mappingMode: 'defineBelow', value };
		expect(read({ specifyCustomFields: 'fields', customFields })).toEqual({
			plano: ['Anual'],
			etapas: ['A', 'B'],
		});
	});

	test('as JSON are sent as they are', () => {
		expect(read({ specifyCustomFields: 'json', customFieldsJson: value })).toEqual(value);
	});

	test.each(['fields', 'json', 'none', undefined])(
		'are none where nothing is given (%s)',
		(how) => {
			expect(read({ specifyCustomFields: how })).toBeUndefined();
		},
	);
});
