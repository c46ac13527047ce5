import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';
import { judgeAnswer, judgeFailure, type Outcome } from '../../nodes/WtsChat/transport/outcome';
import { PlainError } from '../../playground/plainError';
import type { Operation } from './contract';
import { bodyOf, fullestQuery, isRead, reasonToLeaveOut } from './reads';

export interface Account {
	baseUrl: string;
	apiKey: string;
}

/** Two requests a second: a twentieth of what an account may make. */
const PAUSE_MS = 500;
const AFTER_A_LIMIT_MS = 5_000;
const TRIES = 4;
const TIMEOUT_MS = 30_000;

/** Sends one read after the other to the account, slowly, and nothing else. */
export class Reader {
	/** @param wait waits so many milliseconds */
	constructor(
		private readonly account: Account,
		private readonly wait: (ms: number) => Promise<unknown>,
	) {}

	/** @throws for anything but a read, before it is sent */
	async read(operation: Operation, values: Record<string, string>): Promise<Outcome> {
		if (!isRead(operation) || reasonToLeaveOut(operation)) {
			throw new PlainError(`${operation.operationId} is not among the reads of the live check.`);
		}
		for (let tries = 1; ; tries++) {
			await this.wait(PAUSE_MS);
			const outcome = await this.send(operation, values);
			const isLimit = outcome.kind === 'refused' && outcome.status === 429;
			if (!isLimit || tries === TRIES) return outcome;
			await this.wait(outcome.retryAfterMs ?? AFTER_A_LIMIT_MS);
		}
	}

	private async send(operation: Operation, values: Record<string, string>): Promise<Outcome> {
		const { method, path } = operation;
		const inPath = (_: string, name: string) => encodeURIComponent(values[name] ?? '');
		const inQuery = Object.entries(values).filter(([name]) => !path.includes(`{${name}}`));
		try {
			const { status, headers, data } = await axios.request<IDataObject | string>({
				baseURL: this.account.baseUrl,
				method,
				url: path.replace(/\{(\w+)\}/g, inPath),
				params: { ...fullestQuery(operation), ...Object.fromEntries(inQuery) },
				paramsSerializer: { indexes: null },
				data: bodyOf(operation),
				headers: { Authorization: `Bearer ${this.account.apiKey}` },
				timeout: TIMEOUT_MS,
				// the key goes nowhere else
				maxRedirects: 0,
				validateStatus: () => true,
			});
			return judgeAnswer({ statusCode: status, headers: { ...headers }, body: data });
		} catch (error) {
			return judgeFailure(error);
		}
	}
}
