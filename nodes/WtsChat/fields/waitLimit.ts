import { InputError } from './inputError';
import * as sentences from './sentences';
import { choice } from './kinds/choice';
import { number } from './kinds/plain';
import { together } from './kinds/together';

const UNITS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };
const MAX_MS = 30 * UNITS.days;

const waitAmount = number({
	displayName: 'Limit Wait Time',
	name: 'resumeAmount',
	typeOptions: { minValue: 1 },
	default: 24,
	description:
		"How long to wait for the reply; without one, the workflow continues with 'replied' set to false",
});

/**
 * How many milliseconds a question waits for its answer. There is always an end: nothing else would
 * clean up after it.
 */
export const waitMs = together(
	{
		amount: waitAmount,
		unit: choice<keyof typeof UNITS>({
			displayName: 'Unit',
			name: 'resumeUnit',
			options: [
				{ name: 'Minutes', value: 'minutes' },
				{ name: 'Hours', value: 'hours' },
				{ name: 'Days', value: 'days' },
			],
			default: 'hours',
			description: 'Unit of the time, which is 30 days at most',
		}),
	},
	({ amount = 24, unit = 'hours' }) => {
		const ms = amount * UNITS[unit];
		if (ms > 0 && ms <= MAX_MS) return ms;
		throw new InputError(
			sentences.notUpTo30Days(waitAmount.label),
			`Its value is now ${amount} ${unit}.`,
		);
	},
);
