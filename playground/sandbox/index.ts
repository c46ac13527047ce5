import type { AddressInfo } from 'node:net';
import type { Account } from './account';
import type { RecordedRequest } from './ledger';
import { seedAccount, type AccountSize } from './seed';
import { buildServer } from './server';

export {
	agentNamed,
	contactNamed,
	departmentNamed,
	sessionInStatus,
	tagNamed,
	type Account,
} from './account';
export type { RecordedRequest } from './ledger';
export type { AccountSize } from './seed';

const HOST = '127.0.0.1';
const DEFAULT_KEY = 'pn_sandbox_0000000000000000';

export interface SandboxOptions {
	/** Port to listen on; 0, the default, takes a free one. */
	port?: number;
	/** Key that requests must carry. */
	apiKey?: string;
	/** How much the account holds at the start; `small` by default. */
	account?: AccountSize;
}

export interface Sandbox {
	/** Base URL for the credential. */
	url: string;
	apiKey: string;
	/** The live state: what a request changes shows here, and the other way round. */
	account: Account;
	/** Every request so far, in order of arrival. */
	requests: readonly RecordedRequest[];
	close(): Promise<void>;
}

function isPortTaken(error: unknown): boolean {
	return (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
}

/** Starts a local stand-in of the API with an account of its own, reachable from this machine only. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { port = 0, apiKey = DEFAULT_KEY, account: size = 'small' } = options;
	const account = seedAccount(size);
	const { server, requests } = buildServer(account, apiKey);
	try {
		await server.listen({ host: HOST, port });
	} catch (error) {
		await server.close();
		if (!isPortTaken(error)) throw error;
		throw new Error(`Port ${port} is already in use. Choose another port or stop what uses it.`);
	}
	const { port: listeningPort } = server.server.address() as AddressInfo;
	account.url = `http://${HOST}:${listeningPort}`;
	return {
		url: account.url,
		apiKey,
		account,
		requests,
		close: async () => {
			await server.close();
		},
	};
}
