/** A query as it was sent: one value, repeated values, or `Name[key]=value` pairs by name. */
export type RawQuery = Record<string, string | string[] | Record<string, string>>;

const PAIR_NAME = /^([^[\]]+)\[([^[\]]*)\]$/;

/** Reads a query string without judging it. */
export function readQuery(search: string): RawQuery {
	const query = new Map<string, RawQuery[string]>();
	for (const [name, value] of new URLSearchParams(search)) {
		const pair = PAIR_NAME.exec(name);
		const known = query.get(pair?.[1] ?? name);
		if (pair) {
			const pairs = typeof known === 'object' && !Array.isArray(known) ? known : {};
			query.set(pair[1]!, { ...pairs, [pair[2]!]: value });
		} else if (typeof known === 'string' || Array.isArray(known)) {
			query.set(name, [known, value].flat());
		} else {
			query.set(name, value);
		}
	}
	return Object.fromEntries(query);
}
