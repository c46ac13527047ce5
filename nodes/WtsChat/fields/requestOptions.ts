import { RUN_DEFAULTS, type RunOptions } from '../transport/api';
import type { Field } from './field';
import { Collection } from './kinds/collection';
import { boolean, number } from './kinds/plain';

const within = (least: number, most: number) => (given: number) =>
	Math.min(Math.max(given, least), most);

const requestOptions = new Collection(
	{
		displayName: 'Request Options',
		name: 'requestOptions',
		noDataExpression: true,
		isNodeSetting: true,
		placeholder: 'Add option',
	},
	{
		concurrency: number({
			displayName: 'Concurrency',
			name: 'concurrency',
			typeOptions: { minValue: 1, maxValue: 50, numberPrecision: 0 },
			default: 10,
			description:
				'How many items to work on at the same time. Items about the same session, contact or card always go one after another.',
		}).checked(within(1, 50)),
		paced: boolean({
			displayName: 'Keep Within Limits',
			name: 'paced',
			default: true,
			description:
				'Whether to keep within the published limits of an account: 200 requests in 5 seconds and 1,000 in 5 minutes, and 1,000 messages in 2 minutes. When off, the node slows down only when WTS Chat refuses requests.',
		}),
		retries: number({
			displayName: 'Retries',
			name: 'retries',
			typeOptions: { minValue: 0, maxValue: 10, numberPrecision: 0 },
			default: 3,
			description:
				'How often to try a request again after a fault. Requests that could send a message twice are never repeated.',
		}).checked(within(0, 10)),
		timeout: number({
			displayName: 'Timeout (Seconds)',
			name: 'timeout',
			typeOptions: { minValue: 1, maxValue: 600 },
			default: 30,
			description: 'How long to wait for each answer of the API',
		}).checked(within(1, 600)),
	},
);

/** At the end of every form: how the requests of a run are made, within bounds that do no harm. */
export const runOptions: Field<RunOptions & { atOnce: number }> = {
	form: requestOptions.form,
	read(source) {
		const { concurrency = 10, timeout, ...chosen } = requestOptions.read(source);
		return {
			atOnce: concurrency,
			paced: chosen.paced ?? RUN_DEFAULTS.paced,
			retries: chosen.retries ?? RUN_DEFAULTS.retries,
			timeoutMs: timeout === undefined ? RUN_DEFAULTS.timeoutMs : timeout * 1_000,
		};
	},
};
