import type { CardReference } from '../fields/card';
import { InputError } from '../fields/inputError';
import type { Api } from '../transport/api';
import { get, type ApiRequest } from '../transport/contract';
import { readList } from '../transport/pages';
import { contactIdOf } from './eitherForm';
import type { Later } from './operation';
import * as sentences from './sentences';

/** The request about a card; where a contact leads to it, the card is looked up first. */
export function onCard<Request extends ApiRequest>(
	card: CardReference,
	requestFor: (id: string) => Request,
): Request | Later<Request> {
	if (card.id !== undefined) return requestFor(card.id);
	// refuses what the values cannot make, before anything is looked up
	requestFor('');
	return async (api) => requestFor(await openCardOf(api, card));
}

async function openCardOf(
	api: Api,
	{ contact, panelId }: Exclude<CardReference, { id: string }>,
): Promise<string> {
	const ContactId = await contactIdOf(api, contact);
	if (ContactId === undefined) {
		throw new InputError(sentences.nobodyOfPhone, `It is +${contact.phoneNumber}.`);
	}
	const query = { PanelId: panelId, ContactId, Statuses: ['OPEN' as const] };
	const cards = await readList(api, get('/crm/v2/panel/card', { query }), { limit: MAX_TOLD });
	const [card, ...others] = cards;
	if (!card) {
		throw new InputError(
			sentences.noOpenCard,
			"Choose another panel, or make the card with 'Create'.",
		);
	}
	if (others.length > 0) {
		throw new InputError(
			sentences.severalCards,
			`They are ${cards.map(({ key, title }) => `${String(key)} (${String(title)})`).join(', ')}. Give the one that is meant by its ID.`,
		);
	}
	return String(card.id);
}

const MAX_TOLD = 10;
