import type { IDataObject } from 'n8n-workflow';
import { useSandbox } from '../../support/account';
import { run } from '../../support/engine';

const sandbox = useSandbox();

async function act(operation: string, parameters: IDataObject) {
	const account = sandbox();
	const outcome = await run({
		parameters: {
			resource: 'cardNote',
			operation,
			cardId: account.account.cards[0]?.id,
			...parameters,
		},
		account,
	});
	return { outcome, sent: account.requests.at(-1)?.body };
}

const notes = () =>
	sandbox().account.cardNotes.filter(({ cardId }) => cardId === sandbox().account.cards[0]?.id);

test('a note has a text, files or both', async () => {
	const url = 'https://files.example.com/proposta-0042.pdf';
	for (const [parameters, body] of [
		[{ text: 'Ligar na sexta.' }, { text: 'Ligar na sexta.' }],
		[{ fileUrls: url }, { fileUrls: [url] }],
		[
			{ text: 'Segue.', fileUrls: `={{ ['${url}', '${url}?v=2'] }}` },
			{ text: 'Segue.', fileUrls: [url, `${url}?v=2`] },
		],
	] as Array<[IDataObject, IDataObject]>) {
		const { outcome, sent } = await act('create', parameters);
		expect(sent).toEqual(body);
		expect(outcome.items[0]?.json.id).toBe(notes().at(-1)?.id);
		expect(notes().at(-1)).toMatchObject({ text: body.text ?? null, isFromPublicApi: true });
	}
});

test.each<[string, IDataObject, string]>([
	['an empty note', { text: ' ' }, 'The note is empty'],
	['no address', { fileUrls: 'proposta.pdf' }, "'File URLs' is not an address"],
	[
		'four files',
		{ fileUrls: Array.from({ length: 4 }, (_, n) => `https://example.com/${n}.pdf`).join(',') },
		"'File URLs' has more than 3 files",
	],
])('%s is said before any request', async (_, parameters, message) => {
	const { outcome } = await act('create', parameters);
	expect(outcome.error?.message).toContain(message);
	expect(sandbox().requests).toEqual([]);
});

test('a note is deleted', async () => {
	const [first, ...others] = notes();
	const { outcome } = await act('delete', { cardNoteId: first?.id });
	expect(outcome.items.map(({ json }) => json)).toEqual([{ deleted: true }]);
	expect(notes()).toEqual(others);
});

test('the notes of a card are read, one item each', async () => {
	const { outcome } = await act('getMany', { returnAll: true });
	expect(outcome.items.map(({ json }) => json)).toEqual(notes());
	expect(notes()).toHaveLength(2);
});
