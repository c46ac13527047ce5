import { isModuleOff } from '../../nodes/WtsChat/transport/errors';
import type { Outcome, Refusal } from '../../nodes/WtsChat/transport/outcome';
import { PlainError } from '../../playground/plainError';
import { contractOperations, type Operation } from './contract';
import { differencesIn, type Difference } from './differences';
import { Reader, type Account } from './reader';
import { isRead, reasonToLeaveOut, recordsIn, sourcesOf, valueFrom } from './reads';

/** What came of one read. */
export interface Result {
	operationId: string;
	/** Such as `GET /core/v1/contact/{id}`. */
	request: string;
	outcome: 'same' | 'different' | 'not compared';
	/** Why it was not compared. */
	reason?: string;
	differences: Difference[];
}

export interface CheckOptions {
	/** Waits so many milliseconds. */
	wait: (ms: number) => Promise<unknown>;
	/** Told of every result. */
	notice?: (result: Result) => void;
}

/**
 * Compares the answers to all reads of the contract with the contract.
 *
 * @throws PlainError when the account cannot be read
 */
export async function checkAccount(
	account: Account,
	{ wait, notice = () => undefined }: CheckOptions,
): Promise<Result[]> {
	const reader = new Reader(account, wait);
	const answers = new Map<string, unknown>();
	const results: Result[] = [];
	for (const operation of inOrder((await contractOperations()).filter(isRead))) {
		const result = await compare(operation, reader, answers);
		results.push(result);
		notice(result);
	}
	return results;
}

/** Those first whose answers others need. */
function inOrder(operations: Operation[]): Operation[] {
	const depth = (operation: Operation): number => {
		const needed = Object.values(sourcesOf(operation)).map(({ read }) => read);
		const before = operations.filter(({ operationId }) => needed.includes(operationId));
		return Math.max(-1, ...before.map(depth)) + 1;
	};
	return [...operations].sort((one, other) => depth(one) - depth(other));
}

async function compare(
	operation: Operation,
	reader: Reader,
	answers: Map<string, unknown>,
): Promise<Result> {
	const { operationId, method, path } = operation;
	const resultOf = (rest: Partial<Result>): Result => ({
		operationId,
		request: `${method} ${path}`,
		outcome: 'not compared',
		differences: [],
		...rest,
	});

	const leftOut = reasonToLeaveOut(operation);
	if (leftOut) return resultOf({ reason: leftOut });
	const values: Record<string, string> = {};
	for (const [name, source] of Object.entries(sourcesOf(operation))) {
		const value = valueFrom(source, answers.get(source.read));
		if (value === undefined) return resultOf({ reason: `${source.read} gave no record for it` });
		values[name] = value;
	}

	const outcome = await reader.read(operation, values);
	stopIfUnreadable(outcome, answers.size === 0);
	const reason = reasonNotToCompare(outcome);
	if (reason) return resultOf({ reason });
	if (outcome.kind === 'answered') answers.set(operationId, outcome.body);
	const differences = differencesOf(operation, outcome);
	if (differences.length > 0) return resultOf({ outcome: 'different', differences });
	const records = recordsIn(answers.get(operationId));
	return resultOf(records.length > 0 ? { outcome: 'same' } : { reason: 'the list is empty' });
}

function stopIfUnreadable(outcome: Outcome, isFirst: boolean) {
	if (outcome.kind === 'unreached') {
		throw new PlainError(
			`WTS Chat could not be reached (${outcome.reason}). Check WTS_CHAT_BASE_URL and the network.`,
		);
	}
	if (isFirst && outcome.kind === 'refused' && outcome.status === 401) {
		throw new PlainError(
			'WTS Chat did not accept the API key in WTS_CHAT_API_KEY. Create a new one in WTS Chat under Ajustes → Integrações → Integração via API.',
		);
	}
}

function reasonNotToCompare(outcome: Outcome): string | undefined {
	if (outcome.kind !== 'refused') return undefined;
	if (isModuleOff(outcome)) return 'the feature is not enabled in this account';
	if (outcome.status === 401 || outcome.status === 403) return 'the key is not allowed to do this';
	if (outcome.status === 429) return 'the account takes too many requests from elsewhere';
	return undefined;
}

function differencesOf(operation: Operation, outcome: Outcome): Difference[] {
	const whole = (text: string): Difference[] => [
		{ path: '(answer)', kind: 'answer', text, count: 1 },
	];
	switch (outcome.kind) {
		case 'answered':
			return isEmpty(outcome.body) ? whole('no body') : differencesIn(operation, outcome.body);
		case 'refused':
			return whole(refusalInWords(outcome));
		default:
			return whole(brokenInWords(outcome.reason));
	}
}

const isEmpty = (body: unknown) => body === undefined || body === '';

/** The keys of errors that the platform is known for; another one is not printed. */
const ERROR_KEYS = ['ENTITY_NOT_FOUND', 'ERROR_UNEXPECTED', 'FORM_ERROR'];

function refusalInWords({ status, key }: Refusal): string {
	const named = key !== undefined && ERROR_KEYS.includes(key) ? `, ${key}` : '';
	return status < 300 ? `an error inside a ${status}${named}` : `status ${status}${named}`;
}

/** A reason that is no code of Node.js may quote the answer. */
function brokenInWords(reason: string): string {
	if (reason === 'time-out') return 'no answer in 30 seconds';
	return /^[A-Z_]+$/.test(reason) ? `no answer, ${reason}` : 'no readable JSON';
}
