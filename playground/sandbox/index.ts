import type { AddressInfo } from 'node:net';
import type { Account } from './account';
import { Events, type DeliveryOptions } from './events';
import { Faults, type FaultRule } from './faults';
import type { RecordedRequest } from './ledger';
import { Limits, type LimitOptions } from './limits';
import {
	handBack,
	pressButton,
	takeOver,
	transcribe,
	writeAsContact,
	writeAsUser,
	type Words,
} from './actors';
import { seedAccount, type AccountSize } from './seed';
import { buildServer } from './server';
import { closeWindow, letPass } from './time';

export {
	agentNamed,
	contactNamed,
	departmentNamed,
	sessionInStatus,
	tagNamed,
	type Account,
} from './account';
export type { DeliveryOptions, Envelope, EventName, RecordedDelivery } from './events';
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
	/** How events are delivered to subscriptions. */
	deliveries?: Partial<DeliveryOptions>;
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
	/** What happens in the account is told to the subscriptions that lead to this machine. */
	events: Events;
	/** A contact writes, as on their phone. */
	writeAsContact(phone: string, words: Words, channel?: string): Message;
	/** A contact presses a button of a template that has come. */
	pressButton(messageId: string, button: string): Message;
	/** A person of the account writes, as in the web app. */
	writeAsUser(sessionId: string, userId: string, text: string): Message;
	/** The account has written down what an audio says, or could not, which is null. */
	transcribe(messageId: string, text: string | null): void;
	/** A person of the account takes a conversation over. */
	takeOver(sessionId: string, userId: string): void;
	/** Nobody has the conversation any more; it waits again. */
	handBack(sessionId: string): void;
	/** Everything in the conversations becomes that much older, and windows close; no event tells of it. */
	letPass(milliseconds: number): void;
	/** The 24 hours of one conversation are over; no event tells of it. */
	closeWindow(sessionId: string): void;
	close(): Promise<void>;
}

type Message = Account['messages'][number];

function isPortTaken(error: unknown): boolean {
	return (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
}

/** Starts a local stand-in of the API with an account of its own, reachable from this machine only. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { port = 0, apiKey = DEFAULT_KEY, account: size = 'small', latencyMs = 0 } = options;
	const account = seedAccount(size);
	account.openedAt = new Date().getTime();
	const faults = new Faults(options.faults, options.seed);
	const limits = options.limits && new Limits(options.limits);
	const events = new Events(account, options.deliveries);
	const conditions = { limits, faults, latencyMs };
	const { server, requests } = buildServer(account, apiKey, conditions, events);
	try {
		await server.listen({ host: HOST, port });
	} catch (error) {
		await server.close();
		if (!isPortTaken(error)) throw error;
		throw new Error(`Port ${port} is already in use. Choose another port or stop what uses it.`);
	}
	const { port: listeningPort } = server.server.address() as AddressInfo;
	account.url = `http://${HOST}:${listeningPort}`;
	const noticed = <Done>(done: Done): Done => {
		events.notice();
		return done;
	};
	return {
		url: account.url,
		apiKey,
		account,
		requests,
		faults,
		events,
		writeAsContact: (...words) => noticed(writeAsContact(account, ...words)),
		pressButton: (...pressed) => noticed(pressButton(account, ...pressed)),
		writeAsUser: (...words) => noticed(writeAsUser(account, ...words)),
		transcribe: (...heard) => noticed(transcribe(account, ...heard)),
		takeOver: (...taken) => noticed(takeOver(account, ...taken)),
		handBack: (sessionId) => noticed(handBack(account, sessionId)),
		letPass: (milliseconds) => {
			letPass(account, milliseconds);
			events.overlook();
		},
		closeWindow: (sessionId) => {
			closeWindow(account, sessionId);
			events.overlook();
		},
		close: async () => {
			await events.close();
			await server.close();
		},
	};
}
