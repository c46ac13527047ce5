import { MAX_NAME, shortened } from '../subscriptions/subscriptions';
import { momentOf } from '../values/moments';

const MARK = / · heard (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)$/;

/**
 * The name of a subscription with the moment, in milliseconds, up to which its trigger has heard
 * everything. There it survives n8n: what a node remembers is saved with all that other nodes of the
 * workflow do, and the last one who saves wins.
 */
export function withHeard(name: string, heardUntil: number): string {
	const mark = ` · heard ${new Date(heardUntil).toISOString().replace(/\.\d+/, '')}`;
	return shortened(name, MAX_NAME - mark.length) + mark;
}

/** Whether `given` is the name, with that moment or a later one. */
export function saysHeard(given: string | null | undefined, name: string, until: number): boolean {
	const told = heardIn(given);
	return told !== undefined && told >= until - 1_000 && given === withHeard(name, told);
}

/** The moment that a name tells, in milliseconds; undefined when it tells none. */
export function heardIn(name: string | null | undefined): number | undefined {
	return momentOf(MARK.exec(name ?? '')?.[1]);
}
