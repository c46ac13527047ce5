import { isBlank } from '../values/blank';
import type { Session } from './records';

/** The ID of the user that the session is assigned to; null for nobody, undefined when it does not tell. */
export function assigneeOf({ userId, agentDetails }: Session): string | null | undefined {
	if (typeof userId === 'string' && !isBlank(userId)) return userId;
	return userId === undefined && agentDetails === undefined ? undefined : null;
}
