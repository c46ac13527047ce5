/** The entries that can be chosen: a record without an ID cannot. */
export function choosable<Entry extends { value: string | number | boolean }>(
	entries: Entry[],
): Entry[] {
	return entries.filter(({ value }) => !['', 'undefined', 'null'].includes(String(value)));
}
