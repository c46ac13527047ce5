import type { Forms } from './form';

export const sessionNote: Forms = {
	create: ({ account }) => [
		{
			parameters: {
				sessionId: account.sessions[0]?.id,
				text: 'Cliente pediu retorno na sexta-feira.',
				additionalFields: {
					fileIds: account.files[0]?.id,
					fileUrls: 'https://files.example.com/proposta-118.pdf',
				},
			},
		},
	],
	delete: ({ account }) => [{ parameters: { noteId: noteOf(account)?.id } }],
	get: ({ account }) => [{ parameters: { noteId: noteOf(account)?.id, simplify: false } }],
	getMany: ({ account }) => [
		{
			parameters: {
				sessionId: account.sessions[0]?.id,
				returnAll: false,
				limit: 10,
				simplify: false,
				filters: {
					createdAfter: '2026-01-01T00:00:00',
					createdBefore: '2026-12-31T23:59:59',
					updatedAfter: '2026-01-01T00:00:00',
					updatedBefore: '2026-12-31T23:59:59',
				},
				sort: { direction: 'DESCENDING', field: 'createdAt' },
			},
		},
	],
};

function noteOf({ messages }: Parameters<Forms[string]>[0]['account']) {
	return messages.find(({ type }) => type === 'NOTE');
}
