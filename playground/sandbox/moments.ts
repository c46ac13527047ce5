/** Bounds of a date filter, both inclusive; a missing bound is open. */
export interface Bounds {
	after?: string;
	before?: string;
}

/** Whether the moment lies within the bounds; a missing moment lies within open bounds only. */
export function within(moment: string | null, { after, before }: Bounds): boolean {
	if (after === undefined && before === undefined) return true;
	if (moment === null) return false;
	const time = Date.parse(moment);
	return (
		(after === undefined || time >= Date.parse(after)) &&
		(before === undefined || time <= Date.parse(before))
	);
}

/** The date filters that most lists have. */
export interface DateQuery {
	'CreatedAt.After'?: string;
	'CreatedAt.Before'?: string;
	'UpdatedAt.After'?: string;
	'UpdatedAt.Before'?: string;
}

/** Whether the record was made and last changed within the bounds of the query. */
export function inDates(
	{ createdAt, updatedAt }: { createdAt: string; updatedAt: string },
	query: DateQuery,
): boolean {
	const created = { after: query['CreatedAt.After'], before: query['CreatedAt.Before'] };
	const updated = { after: query['UpdatedAt.After'], before: query['UpdatedAt.Before'] };
	return within(createdAt, created) && within(updatedAt, updated);
}
