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
import type { Outside } from './outside';
import { packedPackage } from './packOnce';
import { PATIENCE_MS } from './until';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

interface StartOptions {
	/** Which n8n it is; that of the playground by default. */
	installation?: Installation;
	/** What stands in for the internet; n8n then begins without the package, which is to come from there. */
	outside?: Outside;
}

/** A real n8n with the packed package, and a sandbox of the API; no browser. */
export class Server {
	private constructor(
		public n8n: N8n,
		public api: N8nApi,
		readonly sandbox: Sandbox,
		private readonly userFolder: string,
		private readonly options: StartOptions,
	) {}

	static async start(options: StartOptions = {}): Promise<Server> {
		const userFolder = await mkdtemp(join(tmpdir(), 'wts-chat-e2e-'));
		const sandbox = await startSandbox();
		const n8n = await newN8n(userFolder, options);
		try {
			const api = options.outside ? await startBare(n8n) : await startPrepared(n8n, sandbox);
			return new Server(n8n, api, sandbox, userFolder, options);
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
		this.n8n = await newN8n(this.userFolder, this.options, port);
		this.api = await startBare(this.n8n);
	}

	async close(): Promise<void> {
		await this.n8n.stop();
		await this.sandbox.close();
		await rm(this.userFolder, { recursive: true, force: true });
	}
}

async function newN8n(
	userFolder: string,
	{ installation, outside }: StartOptions,
	port?: number,
): Promise<N8n> {
	return new N8n({
		installation,
		userFolder,
		port: port ?? (await freePort()),
		brokerPort: await freePort(),
		variables: outside?.variables,
	});
}

async function startBare(n8n: N8n): Promise<N8nApi> {
	await n8n.start();
	return await N8nApi.signIn(n8n.url);
}

async function startPrepared(n8n: N8n, sandbox: Sandbox): Promise<N8nApi> {
	const installed = await n8n.installPackage(packedPackage());
	const api = await startBare(n8n);
	await n8n.listPackage(installed, await api.nodeTypes(installed.name));
	await prepareDemo(n8n, api, sandbox);
	return api;
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

export async function startStage(outside?: Outside): Promise<Stage> {
	const server = await Server.start({ outside });
	const { n8n, api, sandbox } = server;
	let browser: Browser | undefined;
	const close = async () => {
		await browser?.close();
		await server.close();
	};
	try {
		browser = await startBrowser();
		const context = await browser.newContext({
			viewport: { width: 1440, height: 900 },
			...(outside && {
				proxy: { server: outside.proxyUrl, bypass: '127.0.0.1' },
				ignoreHTTPSErrors: true,
			}),
		});
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
