/** So many requests in so many milliseconds, in whatever such span one looks. */
export interface Limit {
	requests: number;
	ms: number;
}

/** Paths that share limits. */
interface Family {
	name: string;
	limits: Limit[];
}

const SEND: Family = {
	name: 'send',
	limits: [{ requests: 1_000, ms: 2 * 60_000 }],
};

const GENERAL: Family = {
	name: 'general',
	limits: [
		{ requests: 200, ms: 5_000 },
		{ requests: 1_000, ms: 5 * 60_000 },
	],
};

/** The published limits of an account for a path; `/chat/v1/send` has one of its own, apart from the others. */
export function familyOf(path: string): Family {
	return path.startsWith('/chat/v1/send/') ? SEND : GENERAL;
}

/** The published limits in words, for people who have to wait for them. */
export const LIMITS_IN_WORDS =
	'An account may make 200 requests in 5 seconds and 1,000 in 5 minutes, all integrations together, and send 1,000 messages in 2 minutes.';
