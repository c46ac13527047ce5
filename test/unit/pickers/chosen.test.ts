import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { chosen, chosenCard, chosenId } from '../../../nodes/WtsChat/pickers/chosen';

/** The editor, with these values in the form. */
const form = (values: Record<string, unknown>) =>
	({ getCurrentNodeParameter: (name: string) => values[name] }) as unknown as ILoadOptionsFunctions;

const locator = (mode: string, value: unknown) => ({ __rl: true, mode, value });

test.each<[unknown, string | undefined, string | undefined]>([
	['p1', 'p1', 'p1'],
	[locator('list', 'p1'), 'p1', 'p1'],
	['={{ $json.panel }}', '={{ $json.panel }}', undefined],
	[locator('id', '={{ $json.panel }}'), '={{ $json.panel }}', undefined],
	['', undefined, undefined],
	[locator('list', ''), undefined, undefined],
	[undefined, undefined, undefined],
	[null, undefined, undefined],
	[7, undefined, undefined],
	[['p1'], undefined, undefined],
])('a field with %j holds the text %j and the ID %j', (value, text, id) => {
	expect(chosen(form({ panelId: value }), 'panelId')).toBe(text);
	expect(chosenId(form({ panelId: value }), 'panelId')).toBe(id);
});

test.each<[unknown, string | undefined]>([
	['c1', 'c1'],
	[locator('list', 'c1'), 'c1'],
	[locator('id', 'c1'), 'c1'],
	// the ID of a contact is none of a card
	[locator('contact', 'c1'), undefined],
	[undefined, undefined],
])('the card of %j is %j', (cardId, card) => {
	expect(chosenCard(form({ cardId }))).toBe(card);
});
