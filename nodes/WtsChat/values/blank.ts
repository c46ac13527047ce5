/** Whether a value counts as not filled in. */
export function isBlank(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

/** The values, or undefined when all of them are blank: an empty object is not sent. */
export function unlessBlank<Values extends object>(values: Values): Values | undefined {
	return Object.values(values).some((value) => value !== undefined) ? values : undefined;
}
