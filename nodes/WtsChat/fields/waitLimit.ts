import type { INodeProperties } from 'n8n-workflow';
import { InputError, type ItemParameters } from './itemParameters';

const UNITS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };
const MOST_MS = 30 * UNITS.days;

/** How long a question waits for its answer. There is always an end: nothing else would clean up after it. */
export const waitLimitFields: INodeProperties[] = [
	{
		displayName: 'Wait at Most',
		name: 'resumeAmount',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 24,
		description: "How long to wait; without a reply the workflow goes on with 'replied' false",
	},
	{
		displayName: 'Unit',
		name: 'resumeUnit',
		type: 'options',
		options: [
			{ name: 'Minutes', value: 'minutes' },
			{ name: 'Hours', value: 'hours' },
			{ name: 'Days', value: 'days' },
		],
		default: 'hours',
		description: 'Unit of the time to wait, 30 days at most',
	},
];

/**
 * The milliseconds that {@link waitLimitFields} say.
 *
 * @throws InputError when it is no time, or too long
 */
export function waitLimitFrom(parameters: ItemParameters): number {
	const amount = parameters.number('resumeAmount') ?? 24;
	const unit = parameters.choice<keyof typeof UNITS>('resumeUnit') ?? 'hours';
	const ms = amount * UNITS[unit];
	if (ms > 0 && ms <= MOST_MS) return ms;
	throw new InputError(
		`'${parameters.label('resumeAmount')}' has to be more than nothing and no more than 30 days`,
		`Its value is now ${amount} ${unit}.`,
	);
}
