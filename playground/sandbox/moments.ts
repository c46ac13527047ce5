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
