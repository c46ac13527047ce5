import type { BrowserContext } from 'playwright-core';
import { prepareDemo } from '../../../playground/demo';
import type { N8n } from '../../../playground/n8n';
import type { N8nApi } from '../../../playground/n8nApi';
import type { Installation } from '../../../playground/n8nEnvironment';
import { startSandbox, type Sandbox } from '../../../playground/sandbox';
import { openBrowser } from './browser';
import { newN8n, removeN8n, startN8n, startPacked } from './n8n';
import type { Outside } from './outside';
import { shared } from './shared';
import { tidyUp } from './tidyUp';

interface StartOptions {
	/** Which n8n it is; that of the playground by default. */
	installation?: Installation;
	/** What stands in for the internet; n8n then begins without the package, which is to come from there. */
	outside?: Outside;
	/** Whether n8n begins without a credential and without workflows. */
	isEmpty?: boolean;
}

/** A real n8n with the packed package, and an account in a sandbox of the API. */
export interface Site {
	readonly n8n: N8n;
	/** n8n's interface, signed in as the owner. */
	readonly api: N8nApi;
	readonly sandbox: Sandbox;
	close(): Promise<void>;
}

/** A site with a browser that is signed in. */
export interface Stage extends Site {
	readonly browser: BrowserContext;
}

/** The n8n that the test files share, with an account that is the file's own. */
export async function joinSite(): Promise<Site> {
	const { n8n, api: signedIn } = shared();
	const api = await signedIn;
	const sandbox = await startSandbox();
	const close = async () => {
		await tidyUp(api);
		await sandbox.close();
	};
	await prepareDemo(n8n, api, sandbox);
	return { n8n, api, sandbox, close };
}

/** The same with the browser that the test files share. */
export async function joinStage(): Promise<Stage> {
	const site = await joinSite();
	const run = shared();
	run.browser ??= openBrowser(site);
	return { ...site, browser: await run.browser };
}

/** An n8n and a browser of a file's own. */
export async function startStage(options: StartOptions): Promise<Stage> {
	const server = await Server.start(options);
	const { n8n, api, sandbox } = server;
	try {
		const browser = await openBrowser(server, options.outside);
		const close = async () => {
			await browser.browser()?.close();
			await server.close();
		};
		return { n8n, api, sandbox, browser, close };
	} catch (error) {
		await server.close();
		throw error;
	}
}

/** A site of a file's own, whose n8n may be stopped and started again. */
export class Server implements Site {
	private constructor(
		public n8n: N8n,
		public api: N8nApi,
		readonly sandbox: Sandbox,
		private readonly options: StartOptions,
	) {}

	static async start(options: StartOptions = {}): Promise<Server> {
		const n8n = await newN8n(choicesOf(options));
		const sandbox = await startSandbox();
		try {
			const api = await (options.outside ? startN8n(n8n) : startPacked(n8n));
			if (!options.outside && !options.isEmpty) await prepareDemo(n8n, api, sandbox);
			return new Server(n8n, api, sandbox, options);
		} catch (error) {
			await removeN8n(n8n);
			await sandbox.close();
			throw error;
		}
	}

	/** Stops n8n and starts it again with everything that it keeps, perhaps at another address. */
	async restart(port = Number(new URL(this.n8n.url).port)): Promise<void> {
		const { userFolder } = this.n8n;
		await this.n8n.stop();
		this.n8n = await newN8n({ ...choicesOf(this.options), userFolder, port });
		this.api = await startN8n(this.n8n);
	}

	async close(): Promise<void> {
		await removeN8n(this.n8n);
		await this.sandbox.close();
	}
}

function choicesOf({ installation, outside }: StartOptions) {
	return { installation, variables: outside?.variables };
}
