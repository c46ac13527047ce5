import type { IDataObject } from 'n8n-workflow';
import { sessionAt, useSandbox } from '../../support/account';
import { run } from '../../support/engine';

const sandbox = useSandbox();

async function note(operation: string, values: IDataObject) {
	const account = sandbox();
	const outcome = await run({
		parameters: { resource: 'sessionNote', operation, ...values },
		account,
	});
	return { outcome, sent: account.requests.at(-1)?.body };
}

const notesOf = (sessionId: string) =>
	sandbox().account.messages.filter(
		(message) => message.type === 'NOTE' && message.sessionId === sessionId,
	);

describe('Create', () => {
	test('text alone', async () => {
		const { id } = sessionAt(sandbox(), 0);
		const { outcome, sent } = await note('create', { sessionId: id, text: ' Ligar na sexta. ' });
		expect(sent).toEqual({ text: 'Ligar na sexta.' });
		expect(notesOf(id).at(-1)).toMatchObject({ text: 'Ligar na sexta.', type: 'NOTE' });
		expect(outcome.items[0]?.json).toMatchObject({ sessionId: id, text: 'Ligar na sexta.' });
	});

	test('files alone, by URL and by ID, with commas', async () => {
		const { id } = sessionAt(sandbox(), 0);
		const fileId = sandbox().account.files[0]?.id;
		const { sent } = await note('create', {
			sessionId: id,
			additionalFields: {
				fileUrls: 'https://files.example.com/a.pdf, https://files.example.com/b.pdf',
				fileIds: fileId,
			},
		});
		expect(sent).toEqual({
			filesUrls: ['https://files.example.com/a.pdf', 'https://files.example.com/b.pdf'],
			filesIds: [fileId],
		});
		expect(notesOf(id).at(-1)?.filesIds).toHaveLength(3);
	});

	test('a list keeps an address with a comma whole', async () => {
		const { sent } = await note('create', {
			sessionId: sessionAt(sandbox(), 0).id,
			additionalFields: { fileUrls: "={{ ['https://files.example.com/a,b.pdf'] }}" },
		});
		expect(sent).toEqual({ filesUrls: ['https://files.example.com/a,b.pdf'] });
	});

	test.each<[string, IDataObject, string]>([
		['nothing', { text: '  ' }, 'The note is empty'],
		[
			'the rest of an address with a comma',
			{ additionalFields: { fileUrls: 'https://files.example.com/a,b.pdf' } },
			"'File URLs' is not an address",
		],
		[
			'a file name instead of an ID',
			{ additionalFields: { fileIds: 'proposta.pdf' } },
			"'File IDs' is not an ID",
		],
	])('%s is said before any request', async (_, values, message) => {
		const { outcome } = await note('create', {
			sessionId: sessionAt(sandbox(), 0).id,
			...values,
		});
		expect(outcome.error?.message).toContain(message);
		expect(sandbox().requests).toEqual([]);
	});
});

test("Get Many gives a session's notes, not its messages, and in short", async () => {
	const { id } = sessionAt(sandbox(), 0);
	const { outcome } = await note('getMany', { sessionId: id });
	expect(outcome.items.map(({ json }) => json.id)).toEqual(notesOf(id).map((kept) => kept.id));
	expect(Object.keys(outcome.items[0]?.json ?? {})).not.toContain('details');
});

test('Get reads a note with its files', async () => {
	const [kept] = notesOf(sessionAt(sandbox(), 0).id);
	const { outcome } = await note('get', { noteId: kept?.id, simplify: false });
	expect(outcome.items[0]?.json).toEqual(kept);
});

test('Delete removes the note and says so', async () => {
	const { id } = sessionAt(sandbox(), 0);
	const [kept] = notesOf(id);
	const { outcome } = await note('delete', { noteId: kept?.id });
	expect(outcome.items[0]?.json).toMatchObject({ deleted: true, id: kept?.id });
	expect(notesOf(id)).toEqual([]);
});

test('the ID of a message that is no note is named with its field', async () => {
	const message = sandbox().account.messages.find(({ type }) => type === 'TEXT');
	const { outcome } = await note('get', { noteId: message?.id });
	expect(outcome.error?.message).toBe('WTS Chat does not find what this item names');
	expect(outcome.error?.description).toContain(`'Note ID' (${message?.id})`);
});
