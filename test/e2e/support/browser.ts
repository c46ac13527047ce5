import { chromium, selectors, type Browser, type BrowserContext } from 'playwright-core';
import type { N8n } from '../../../playground/n8n';
import type { N8nApi } from '../../../playground/n8nApi';
import type { Outside } from './outside';
import { PATIENCE_MS } from './until';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Lists and dialogs fade in and out, which takes longer than what is done in them. */
const STAND_STILL = `document.addEventListener('DOMContentLoaded', () => {
	const style = document.createElement('style');
	style.textContent = '*, ::before, ::after { transition: none !important; animation-duration: 0s !important }';
	document.head.append(style);
});`;

/** A browser that is signed in to n8n; behind a proxy when something stands in for the internet. */
export async function openBrowser(
	{ n8n, api }: { n8n: N8n; api: N8nApi },
	outside?: Outside,
): Promise<BrowserContext> {
	const browser = await startBrowser();
	try {
		const context = await browser.newContext({
			viewport: { width: 1440, height: 900 },
			...(outside && {
				proxy: { server: outside.proxyUrl, bypass: '127.0.0.1' },
				ignoreHTTPSErrors: true,
			}),
		});
		context.setDefaultTimeout(PATIENCE_MS);
		await context.addInitScript({ content: STAND_STILL });
		await context.addCookies([{ name: 'n8n-auth', value: api.cookie, url: n8n.url }]);
		return context;
	} catch (error) {
		await browser.close();
		throw error;
	}
}

/** A browser that looks up nothing outside this machine. */
export /** A browser that nobody is signed in with. */
async function startBrowser(): Promise<Browser> {
	selectors.setTestIdAttribute('data-test-id');
	return await chromium.launch({
		executablePath: CHROMIUM,
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			// nothing is looked up outside this machine
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});
}
