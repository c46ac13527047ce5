import type { CardRecord, CustomFieldRecord } from './records';

type Values = CardRecord['customFields'];
type Check = (value: unknown, field: CustomFieldRecord) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number';
const isOption: Check = (value, { options }) =>
	(options ?? []).some((option) => option.name === value);
const looksLike =
	(form: RegExp): Check =>
	(value) =>
		typeof value === 'string' && form.test(value);

const CHECKS: Record<CustomFieldRecord['type'], Check> = {
	GROUP: () => false,
	STRING: isText,
	TEXT: isText,
	INTEGER: (value) => Number.isInteger(value),
	FLOAT: isNumber,
	SINGLESELECT: isOption,
	MULTISELECT: isOption,
	DATE: looksLike(/^\d{4}-\d{2}-\d{2}$/),
	TIME: looksLike(/^\d{2}:\d{2}(:\d{2})?$/),
	DATETIME: looksLike(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*Z$/),
	BOOLEAN: (value) => typeof value === 'boolean',
};

/** Days come back with slashes. */
function stored(value: unknown, { type }: CustomFieldRecord): unknown {
	return type === 'DATE' ? String(value).replaceAll('-', '/') : value;
}

/**
 * The values after writing. Unknown keys and values of the wrong type are dropped without a word; a
 * null takes the value of its key away.
 */
export function writtenCustomFields(
	kept: Values,
	given: Values | undefined,
	definitions: CustomFieldRecord[],
): Values {
	if (!given) return null;
	const written = { ...kept };
	for (const [key, value] of Object.entries(given)) {
		const field = definitions.find((candidate) => candidate.key === key);
		const values = [value].flat();
		if (!field) continue;
		if (value === null) delete written[key];
		else if (values.every((one) => CHECKS[field.type](one, field))) {
			written[key] = values.map((one) => stored(one, field));
		}
	}
	return written;
}
