import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, selectors, type Browser, type BrowserContext } from 'playwright-core';
import { prepareDemo } from '../../../playground/demo';
import { N8n } from '../../../playground/n8n';
import { N8nApi } from '../../../playground/n8nApi';
import type { Installation } from '../../../playground/n8nEnvironment';
import { freePort } from '../../../playground/ports';
import { startSandbox, type Sandbox } from '../../../playground/sandbox';
import { packedPackage } from './packOnce';
import { PATIENCE_MS } from './until';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** A real n8n with the packed package, and a sandbox of the API; no browser. */
export class Server {
	private constructor(
		public n8n: N8n,
		public api: N8nApi,
		readonly sandbox: Sandbox,
		private readonly userFolder: string,
		private readonly installation?: Installation,
	) {}

	/** Starts the n8n of the playground, or another one. */
	static async start(installation?: Installation): Promise<Server> {
		const userFolder = await mkdtemp(join(tmpdir(), 'wts-chat-e2e-'));
		const sandbox = await startSandbox();
		const n8n = new N8n({
			installation,
			userFolder,
			port: await freePort(),
			brokerPort: await freePort(),
		});
		try {
			const installed = await n8n.installPackage(packedPackage());
			await n8n.start();
			const api = await N8nApi.signIn(n8n.url);
			await n8n.listPackage(installed, await api.nodeTypes(installed.name));
			await prepareDemo(n8n, api, sandbox);
			return new Server(n8n, api, sandbox, userFolder, installation);
		} catch (error) {
			await n8n.stop();
			await sandbox.close();
			await rm(userFolder, { recursive: true, force: true });
			throw error;
		}
	}

	/** Stops n8n and starts it again with everything that it keeps, perhaps at another address. */
	async restart(port = Number(new URL(this.n8n.url).port)): Promise<void> {
		await this.n8n.stop();
		this.n8n = new N8n({
			installation: this.installation,
			userFolder: this.userFolder,
			port,
			brokerPort: await freePort(),
		});
		await this.n8n.start();
		this.api = await N8nApi.signIn(this.n8n.url);
	}

	async close(): Promise<void> {
		await this.n8n.stop();
		await this.sandbox.close();
		await rm(this.userFolder, { recursive: true, force: true });
	}
}

/** A real n8n with the packed package, a sandbox of the API, and a browser that is signed in. */
export interface Stage {
	server: Server;
	n8n: N8n;
	api: N8nApi;
	sandbox: Sandbox;
	browser: BrowserContext;
	close(): Promise<void>;
}

export async function startStage(): Promise<Stage> {
	const server = await Server.start();
	const { n8n, api, sandbox } = server;
	let browser: Browser | undefined;
	const close = async () => {
		await browser?.close();
		await server.close();
	};
	try {
		browser = await startBrowser();
		const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
		context.setDefaultTimeout(PATIENCE_MS);
		await context.addCookies([{ name: 'n8n-auth', value: api.cookie, url: n8n.url }]);
		return { server, n8n, api, sandbox, browser: context, close };
	} catch (error) {
		await close();
		throw error;
	}
}

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
