import { setTimeout as sleep } from 'node:timers/promises';
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
	/** How many records the answer had. */
	records: number;
	differences: Difference[];
}

export interface CheckOptions {
	wait?: (ms: number) => Promise<unknown>;
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
	{ wait = sleep, notice = () => undefined }: CheckOptions = {},
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
	const depth = ({ operationId }: Operation): number => {
		const needed = Object.values(sourcesOf({ operationId } as Operation)).map(({ read }) => read);
		const before = operations.filter((one) => needed.includes(one.operationId));
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
		records: 0,
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
	stopIfUnreadable(outcome, operation, answers.size > 0);
	const reason = reasonNotToCompare(outcome);
	if (reason) return resultOf({ reason });
	if (outcome.kind === 'answered') answers.set(operationId, outcome.body);
	const differences = differencesOf(operation, outcome);
	return resultOf({
		outcome: differences.length > 0 ? 'different' : 'same',
		records: outcome.kind === 'answered' ? recordsIn(outcome.body).length : 0,
		differences,
	});
}

function stopIfUnreadable(outcome: Outcome, { operationId }: Operation, hasAnswered: boolean) {
	if (outcome.kind === 'unreached') {
		throw new PlainError(
			`WTS Chat could not be reached (${outcome.reason}). Check WTS_CHAT_BASE_URL and the network.`,
		);
	}
	if (outcome.kind !== 'refused' || outcome.status !== 401) return;
	throw new PlainError(
		hasAnswered
			? `WTS Chat refused the API key at ${operationId}, after it had taken it before. The key may not be allowed to use this feature; use one that may read everything.`
			: 'WTS Chat did not accept the API key in WTS_CHAT_API_KEY. Create a new one in WTS Chat under Ajustes → Integrações → Integração via API.',
	);
}

function reasonNotToCompare(outcome: Outcome): string | undefined {
	if (outcome.kind !== 'refused') return undefined;
	if (isModuleOff(outcome)) return 'the feature is not enabled in this account';
	if (outcome.status === 403) return 'the key is not allowed to do this';
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
			// its reason may quote the answer
			return whole(outcome.reason === 'time-out' ? 'no answer in 30 seconds' : 'no readable JSON');
	}
}

const isEmpty = (body: unknown) => body === undefined || body === '';

/** The keys of errors that the platform is known for; another one is not printed. */
const ERROR_KEYS = ['ENTITY_NOT_FOUND', 'ERROR_UNEXPECTED', 'FORM_ERROR'];

function refusalInWords({ status, key }: Refusal): string {
	const named = key !== undefined && ERROR_KEYS.includes(key) ? `, ${key}` : '';
	return status < 300 ? `an error inside a ${status}${named}` : `status ${status}${named}`;
}
