import type { Sentence } from '../values/sentence';
import * as sentences from './sentences';
import type { Result } from './task';

/** Sums up what became of messages that were sent on conditions, where there are several. */
export function noteSummary(notes: Set<Sentence>, results: Result[]): void {
	const records = results.flatMap((result) => (Array.isArray(result) ? result : []));
	const isTold = records.some(({ sent }) => typeof sent === 'boolean');
	if (!isTold || results.length < 2) return;
	const skipped = records.filter(({ sent }) => sent === false).map(({ reason }) => String(reason));
	const reasons = [...new Set(skipped)].map(
		(reason) => `${reason}: ${skipped.filter((other) => other === reason).length}`,
	);
	const failed = results.length - records.length;
	notes.add(
		sentences.summary(
			results.length,
			records.length - skipped.length,
			skipped.length,
			reasons.join('; ') || 'none',
			failed,
		),
	);
}
