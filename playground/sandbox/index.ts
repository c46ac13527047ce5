import type { AddressInfo } from 'node:net';
import type { Account } from './account';
import { Faults, type FaultRule } from './faults';
import type { RecordedRequest } from './ledger';
import { Limits, type LimitOptions } from './limits';
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
export { STORM, type Fault, type FaultRule } from './faults';
export type { RecordedRequest } from './ledger';
export type { LimitOptions } from './limits';
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
	/** Keeps the published limits; without it nothing is limited. */
	limits?: LimitOptions;
	/** Faults that happen by chance; none by default. */
	faults?: FaultRule[];
	/** Where the chances of the faults begin. */
	seed?: number;
	/** Milliseconds that every answer takes; 0 by default. */
	latencyMs?: number;
}

export interface Sandbox {
	/** Base URL for the credential. */
	url: string;
	apiKey: string;
	/** The live state: what a request changes shows here, and the other way round. */
	account: Account;
	/** Every request so far, in order of arrival. */
	requests: readonly RecordedRequest[];
	/** The faults that happen now; their rules can be changed at any time. */
	faults: Faults;
	close(): Promise<void>;
}

function isPortTaken(error: unknown): boolean {
	return (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
}

/** Starts a local stand-in of the API with an account of its own, reachable from this machine only. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { port = 0, apiKey = DEFAULT_KEY, account: size = 'small', latencyMs = 0 } = options;
	const account = seedAccount(size);
	const faults = new Faults(options.faults, options.seed);
	const limits = options.limits && new Limits(options.limits);
	const { server, requests } = buildServer(account, apiKey, { limits, faults, latencyMs });
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
		faults,
		close: async () => {
			await server.close();
		},
	};
}
