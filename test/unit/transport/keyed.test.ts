import { keyedText } from '../../../nodes/WtsChat/transport/keyed';
import type { ApiContext } from '../../../nodes/WtsChat/transport/context';

const withKey = (apiKey: string) =>
	({ getCredentials: async () => ({ apiKey }) }) as unknown as ApiContext;

test('the same key tells the same text, also in another process and however it was pasted', async () => {
	const text = await keyedText(withKey('pn_123'), 'n8n/workflow/node');
	expect(text).toMatch(/^[\w-]{32}$/);
	expect(await keyedText(withKey(' Bearer pn_123\n'), 'n8n/workflow/node')).toBe(text);
});

test.each([
	['another key', 'pn_124', 'n8n/workflow/node'],
	['another node', 'pn_123', 'n8n/workflow/other'],
])('%s tells another text', async (_name, key, about) => {
	const text = await keyedText(withKey('pn_123'), 'n8n/workflow/node');
	expect(await keyedText(withKey(key), about)).not.toBe(text);
});

test.each(['', '  '])('a credential with the key %j tells none', async (apiKey) => {
	expect(await keyedText(withKey(apiKey), 'n8n/workflow/node')).toBeUndefined();
});
