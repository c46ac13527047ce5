import { removeN8n } from './n8n';

/** Ends what the test files have shared. */
export default async function endRun(): Promise<void> {
	const { sharedByTestFiles } = globalThis;
	if (!sharedByTestFiles) return;
	const { n8n, browser } = sharedByTestFiles;
	await browser?.then(async (context) => await context.browser()?.close());
	await removeN8n(n8n);
}
