import { credentialFor } from '../../../playground/credential';
import type { N8nApi } from '../../../playground/n8nApi';
import { startSandbox, type Sandbox } from '../../../playground/sandbox';

/** An account beside that of the test file, with a credential in n8n. */
export interface OtherAccount {
	sandbox: Sandbox;
	/** What a node names to use it. */
	credentials: { wtsChatApi: { id: string; name: string } };
}

export async function openAccount(api: N8nApi, name: string): Promise<OtherAccount> {
	const sandbox = await startSandbox();
	const { type, data } = credentialFor(sandbox);
	const saved = await api.http.post<{ data: { id: string } }>('/rest/credentials', {
		name,
		type,
		data,
	});
	return { sandbox, credentials: { wtsChatApi: { id: saved.data.data.id, name } } };
}
