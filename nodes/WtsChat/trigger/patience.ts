import type { Patience } from '../conversation/bursts';
import type { ValuesOf } from '../fields/field';
import { InputError } from '../fields/inputError';
import { number } from '../fields/kinds/plain';
import { ofReceived } from './filterFields';
import * as sentences from './sentences';

const MOST_SECONDS = 30;

/** A number of seconds that is not more than so many. */
function upTo(most: number) {
	return (seconds: number, label: string): number => {
		if (seconds > 0 && seconds <= most) return seconds;
		throw new InputError(sentences.notUpToSeconds(label, most), `Its value is now ${seconds}.`);
	};
}

/** How long more messages of a contact are waited for. */
export const patienceFields = {
	quietSeconds: number({
		displayName: 'Wait for More Messages (Quiet Seconds)',
		name: 'quietSeconds',
		typeOptions: { minValue: 1, maxValue: 60 },
		displayOptions: ofReceived,
		default: 5,
		description:
			'How long a contact has to be quiet until what it wrote starts one execution. It comes as one item with all messages.',
	}).checked(upTo(60)),
	mostSeconds: number({
		displayName: 'Wait for More Messages (Seconds at Most)',
		name: 'mostSeconds',
		typeOptions: { minValue: 1, maxValue: 120 },
		displayOptions: ofReceived,
		default: MOST_SECONDS,
		description: 'How long the first message may wait when the contact goes on writing',
	}).checked(upTo(120)),
};

/** What makes messages start the workflow together; undefined where each starts it. */
export function patienceOf({
	quietSeconds,
	mostSeconds = MOST_SECONDS,
}: ValuesOf<typeof patienceFields>): Patience | undefined {
	if (quietSeconds === undefined) return undefined;
	return { quietMs: quietSeconds * 1_000, mostMs: Math.max(quietSeconds, mostSeconds) * 1_000 };
}
