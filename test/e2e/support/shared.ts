import type { BrowserContext } from 'playwright-core';
import type { N8n } from '../../../playground/n8n';
import type { N8nApi } from '../../../playground/n8nApi';

/** What the test files of a run use one after another: an n8n with the packed package, and a browser. */
export interface Shared {
	n8n: N8n;
	/** Signed in as the owner, once n8n runs. */
	api: Promise<N8nApi>;
	/** Signed in as well, once a test file has asked for it. */
	browser?: Promise<BrowserContext>;
}

declare global {
	/** All test files run in this process, and each loads anew what it imports: only here something stays. */
	var sharedByTestFiles: Shared | undefined;
}

export function shared(): Shared {
	const { sharedByTestFiles } = globalThis;
	if (!sharedByTestFiles)
		throw new Error('The end-to-end tests run in one process: --maxWorkers=1');
	return sharedByTestFiles;
}
