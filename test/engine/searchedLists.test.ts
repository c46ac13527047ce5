import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { useSandbox } from '../support/account';
import { editorContext, type Scenario } from '../support/engine';
import { wtsChat } from '../support/nodes';

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** One page of a searchable list, as the editor loads it. */
async function page(
	account: Scenario['account'],
	method: string,
	typed?: string,
	token?: string,
): Promise<INodeListSearchResult> {
	const search = wtsChat.methods?.listSearch?.[method] as Search;
	return await search.call(await editorContext({ parameters: {}, account }), typed, token);
}

describe('a small account', () => {
	const sandbox = useSandbox();

	test('sessions come the latest first, by contact, number and status', async () => {
		const { sessions, contacts } = sandbox().account;
		const { results } = await page(sandbox(), 'searchSessions');
		expect(results).toEqual(
			[...sessions].reverse().map(({ id, contactId, number, status }) => ({
				name: `${contacts.find((contact) => contact.id === contactId)?.name} · ${number} · ${status}`,
				value: id,
			})),
		);
	});

	test('sessions are found by whatever is shown of them', async () => {
		const { sessions, contacts } = sandbox().account;
		const [session] = sessions;
		const name = contacts.find(({ id }) => id === session!.contactId)!.name!;
		for (const typed of [name.toUpperCase(), session!.number!.slice(-3)]) {
			const { results } = await page(sandbox(), 'searchSessions', typed);
			expect(results.map(({ value }) => value)).toContain(session!.id);
			expect(results.length).toBeLessThan(sessions.length);
		}
	});

	test('a session without a contact or number goes by what there is', async () => {
		const [session] = sandbox().account.sessions;
		Object.assign(session!, { contactId: null, number: null });
		const { results } = await page(sandbox(), 'searchSessions');
		expect(results.find(({ value }) => value === session!.id)?.name).toBe(session!.status);
	});

	test('tags show their colors, which tell those of the same name apart', async () => {
		const { tags } = sandbox().account;
		const { results } = await page(sandbox(), 'searchTags');
		expect(results).toEqual(
			tags.map(({ id, name, color }) => ({ name: `${name} · ${color}`, value: id })),
		);
	});

	test('tags are found by a part of their names', async () => {
		const { tags } = sandbox().account;
		const [tag] = tags;
		const { results } = await page(sandbox(), 'searchTags', tag!.name!.slice(1).toUpperCase());
		expect(results.map(({ value }) => value)).toContain(tag!.id);
		expect(results.length).toBeLessThan(tags.length);
	});

	test('contacts show their name and their number', async () => {
		const [contact] = sandbox().account.contacts;
		const { results } = await page(sandbox(), 'searchContacts');
		expect(results.find(({ value }) => value === contact!.id)?.name).toBe(
			`${contact!.name} · ${contact!.phoneNumberFormatted}`,
		);
	});

	test('contacts without a name go by their number', async () => {
		const [contact] = sandbox().account.contacts;
		contact!.name = null;
		const { results } = await page(sandbox(), 'searchContacts');
		expect(results.find(({ value }) => value === contact!.id)?.name).toBe(
			contact!.phoneNumberFormatted,
		);
	});
});

describe('a large account', () => {
	const sandbox = useSandbox('large');

	test('sessions come page by page, each of them once, until there are no more', async () => {
		const seen: unknown[] = [];
		let token: string | undefined;
		do {
			const { results, paginationToken } = await page(
				sandbox(),
				'searchSessions',
				undefined,
				token,
			);
			seen.push(...results.map(({ value }) => value));
			token = paginationToken as string | undefined;
		} while (token);
		expect(new Set(seen).size).toBe(sandbox().account.sessions.length);
		expect(seen).toHaveLength(sandbox().account.sessions.length);
	});
});
