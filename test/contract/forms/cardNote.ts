import type { Sandbox } from '../../../playground/sandbox';
import type { Forms } from './form';

/** The first card, which has notes, as the first fields of the form name it. */
function firstCard({ account }: Sandbox) {
	const [card] = account.cards;
	return { panelId: card?.panelId, cardId: card?.id };
}

export const cardNote: Forms = {
	create: (sandbox) => [
		{
			parameters: {
				...firstCard(sandbox),
				text: 'Proposta enviada.',
				fileUrls:
					'https://files.example.com/proposta-0042.pdf, https://files.example.com/planta.png',
			},
		},
	],
	delete: (sandbox) => [
		{
			parameters: { ...firstCard(sandbox), cardNoteId: sandbox.account.cardNotes[0]?.id },
		},
	],
	getMany: (sandbox) => [
		{
			parameters: {
				...firstCard(sandbox),
				returnAll: true,
				filters: {
					createdAfter: '2026-01-01T00:00:00',
					createdBefore: '2027-01-01T00:00:00',
					updatedAfter: '2026-01-01T00:00:00',
					updatedBefore: '2027-01-01T00:00:00',
				},
				sort: { field: 'createdAt', direction: 'ASCENDING' },
			},
		},
		{ parameters: { ...firstCard(sandbox), limit: 1 } },
	],
};
