import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { editorContext } from '../support/engine';
import { builtTypes } from '../support/package';
import { scriptedApi } from '../support/scriptedApi';

test('chatbots are searched by name, and give the key that messages name them with', async () => {
	const api = await scriptedApi({
		json: { items: [{ id: 'record', key: 'key', name: 'Triagem' }], totalPages: 1 },
	});
	try {
		const { wtsChat } = await builtTypes();
		const find = wtsChat.methods?.listSearch?.searchChatbots as (
			this: ILoadOptionsFunctions,
			filter?: string,
		) => Promise<INodeListSearchResult>;
		const context = await editorContext({
			parameters: { resource: 'message', operation: 'send' },
			account: { url: api.url, apiKey: 'pn_0' },
		});
		const { results } = await find.call(context, 'triagem');
		expect(results).toEqual([{ name: 'Triagem', value: 'key' }]);
		expect(api.requests[0]?.url).toBe('/chat/v1/chatbot?Name=triagem&PageNumber=1&PageSize=100');
	} finally {
		await api.close();
	}
});
