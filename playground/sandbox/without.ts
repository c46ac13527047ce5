/** A copy of the record without the named properties. */
export function without<Shape extends object, Name extends keyof Shape & string>(
	record: Shape,
	...names: Name[]
): Omit<Shape, Name> {
	const dropped: readonly string[] = names;
	const kept = Object.entries(record).filter(([name]) => !dropped.includes(name));
	return Object.fromEntries(kept) as Omit<Shape, Name>;
}
