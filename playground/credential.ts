import type { Sandbox } from './sandbox';

const id = 'wtsChatSandbox01';
const name = 'WTS Chat sandbox';
const type = 'wtsChatApi';

/** The credential of the demo workflows. */
export const sandboxCredential = { id, type, reference: { [type]: { id, name } } };

export function credentialFor({ url, apiKey }: Pick<Sandbox, 'url' | 'apiKey'>) {
	return { id, name, type, data: { apiKey, baseUrl: url } };
}
