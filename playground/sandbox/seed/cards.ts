import type { Account } from '../account';
import type { CardNoteRecord, CardRecord } from '../crm/records';
import { cycled, fixedId, fixedMoment } from './fixed';
import { COMPANY_ID } from './organization';

type Status = CardRecord['status'];

const FIRST_CARD_MINUTE = 30_000;
const SALES_STATUSES: Status[] = ['OPEN', 'WON', 'OPEN', 'LOST', 'OPEN', 'ARCHIVED'];
const TITLES = ['Plano anual', 'Plano mensal', 'Renovação', 'Ampliação'];
const LONG_AGO = '2026-03-20T15:00:00.000Z';
const FAR_AWAY = '2099-12-01T15:00:00.000Z';

/** Three cards of four are on the first panel; those of other panels are open. */
export function seedCard(n: number, { panels, contacts, sessions, agents }: Account): CardRecord {
	const onMain = n % 4 !== 3;
	const panel = onMain ? panels[0]! : panels[1]!;
	const number = onMain ? n - Math.floor(n / 4) + 1 : Math.floor(n / 4) + 1;
	const status = onMain ? cycled(SALES_STATUSES, number - 1) : 'OPEN';
	const contact = cycled(contacts, n);
	return {
		id: fixedId('card', n),
		createdAt: fixedMoment(FIRST_CARD_MINUTE + n * 10),
		updatedAt: fixedMoment(FIRST_CARD_MINUTE + n * 10 + 5),
		companyId: COMPANY_ID,
		panelId: panel.id,
		stepId: cycled(panel.steps, number - 1).id,
		position: number,
		title: `${cycled(TITLES, n)} – ${contact.name}`,
		description: n % 2 === 0 ? 'Pediu proposta por mensagem.' : null,
		key: `${panel.key}-${number}`,
		number,
		dueDate: cycled([LONG_AGO, FAR_AWAY, null], n),
		tagIds: [cycled(panel.tags, n).id],
		sessionId: n % 2 === 0 ? cycled(sessions, n).id : null,
		monetaryAmount: n % 3 === 0 ? null : 1000 + n,
		responsibleUserId: n % 3 === 2 ? null : cycled(agents, n).userId,
		contactIds: [contact.id],
		customFields: onMain ? { 'plano-de-interesse': ['Anual'] } : {},
		metadata: n % 2 === 0 ? { pedido: String(7000 + n), origem: 'site' } : null,
		status,
		lostReasonId: status === 'LOST' ? cycled(panel.lostReasons, n).id : null,
	};
}

/** Every second card has a note with text, every fourth one more with a file. */
export function seedNotes(n: number, card: CardRecord, { agents }: Account): CardNoteRecord[] {
	const note = (index: number): CardNoteRecord => ({
		id: fixedId('cardNote', n * 2 + index),
		createdAt: fixedMoment(FIRST_CARD_MINUTE + n * 10 + 6 + index),
		updatedAt: fixedMoment(FIRST_CARD_MINUTE + n * 10 + 6 + index),
		companyId: COMPANY_ID,
		panelId: card.panelId,
		cardId: card.id,
		userId: cycled(agents, n).userId,
		text: 'Cliente pediu retorno na sexta.',
		files: [],
		isFromPublicApi: false,
	});
	if (n % 2 === 1) return [];
	if (n % 4 === 2) return [note(0)];
	const address = `https://cdn.example.com/planta-${n + 1}.png`;
	const file = {
		id: fixedId('noteFile', n),
		companyId: COMPANY_ID,
		userId: null,
		name: `planta-${n + 1}.png`,
		extension: '.png',
		mimeType: 'image/png',
		type: 'IMAGE' as const,
		publicUrl: address,
		publicUrlDownload: `${address}?download=1`,
		size: 48_213,
		isThumbnail: false,
		thumbnail: { id: fixedId('noteFile', 1_000_000 + n), publicUrl: `${address}?thumb=1` },
	};
	return [note(0), { ...note(1), text: null, files: [file] }];
}
