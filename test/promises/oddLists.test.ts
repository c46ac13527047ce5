import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';
import { editorContext } from '../support/engine';
import { wtsChat } from '../support/nodes';
import { scriptedApi } from '../support/scriptedApi';

const ID = '3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10';
const NUMBER = '+5511900000001';
const EVENT = 'MESSAGE_RECEIVED';
const GOOD = { id: ID, userId: ID, key: ID, event: EVENT, number: NUMBER, phoneNumber: NUMBER };
/** What must not become a choice. */
const ODD = [null, {}, { id: null, name: 'Sem ID' }, GOOD, null];

/** What the form holds that some of the lists depend on. */
const parameters = { panelId: ID, cardId: ID };

const { loadOptions = {}, listSearch = {} } = wtsChat.methods ?? {};

type Load = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;
type Search = (this: ILoadOptionsFunctions) => Promise<INodeListSearchResult>;

/** The entries of a list, whichever kind of method fills it. */
async function entriesOf(name: string, answer: unknown): Promise<Array<{ value: unknown }>> {
	const api = await scriptedApi({ json: answer });
	const context = await editorContext({ parameters, account: { url: api.url, apiKey: 'pn_0' } });
	if (name in loadOptions) return await (loadOptions[name] as Load).call(context);
	return (await (listSearch[name] as Search).call(context)).results;
}

/** Lists that come as a whole, and parts of a panel; all others come page by page. */
const isPart = (name: string) => /Steps|PanelTags/.test(name);

describe.each([...Object.keys(loadOptions), ...Object.keys(listSearch)])('%s', (name) => {
	test('shows no entry that cannot be chosen', async () => {
		const page = { items: ODD, totalItems: 3, hasMorePages: false };
		const answer = isPart(name) ? { steps: ODD, tags: ODD } : page;
		const values = (await entriesOf(name, answer)).map(({ value }) => String(value));
		expect(values).toHaveLength(1);
		expect([ID, NUMBER, EVENT]).toContain(values[0]);
	});

	test('says that an answer is no list', async () => {
		if (isPart(name)) return expect(await entriesOf(name, {})).toEqual([]);
		for (const answer of [{ data: [GOOD] }, { items: null }, null]) {
			await expect(entriesOf(name, answer)).rejects.toThrow('no list that can be read');
		}
	});
});
