import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { RUN_DEFAULTS, type RunOptions } from '../transport/api';

const AT_ONCE = { usual: 10, most: 50 };
const MOST_RETRIES = 10;
const LONGEST_TIMEOUT_S = 600;

/** What the user has set under 'Request Options', within bounds that do no harm. */
export function requestOptionsOf(context: IExecuteFunctions): RunOptions & { atOnce: number } {
	const chosen = context.getNodeParameter('requestOptions', 0, {}) as IDataObject;
	const seconds = within(chosen.timeout, 1, LONGEST_TIMEOUT_S);
	return {
		atOnce: within(chosen.concurrency, 1, AT_ONCE.most) ?? AT_ONCE.usual,
		paced: String(chosen.paced) !== 'false',
		retries: within(chosen.retries, 0, MOST_RETRIES) ?? RUN_DEFAULTS.retries,
		timeoutMs: seconds === undefined ? RUN_DEFAULTS.timeoutMs : seconds * 1000,
	};
}

function within(value: unknown, least: number, most: number): number | undefined {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number !== 'number' || !Number.isFinite(number)) return undefined;
	return Math.min(Math.max(number, least), most);
}
