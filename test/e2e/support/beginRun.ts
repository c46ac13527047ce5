import { sandboxCredential } from '../../../playground/credential';
import type { N8n } from '../../../playground/n8n';
import { newN8n, startPacked } from './n8n';
import packOnce from './packOnce';

/** Packs the package, and starts the n8n that the test files share behind the first of them. */
export default async function beginRun(): Promise<void> {
	const n8n = await newN8n();
	await Promise.all([packOnce(), importCredential(n8n)]);
	const api = startPacked(n8n);
	globalThis.sharedByTestFiles = { n8n, api };
	// told by the test files, if there are any that need it
	api.catch(() => undefined);
}

/** Makes the credential that workflows name, empty for now. Only an import can choose its ID. */
async function importCredential(n8n: N8n): Promise<void> {
	const { type, reference } = sandboxCredential;
	await n8n.import('credentials', [{ ...reference.wtsChatApi, type, data: {} }]);
}
