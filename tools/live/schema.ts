import type { Schema } from './contract';

/** The parts that a schema is put together from, itself included. */
function partsOf(schema: Schema): Schema[] {
	const others = [schema.allOf, schema.oneOf, schema.anyOf].flatMap((parts) => parts ?? []);
	return [schema, ...others.flatMap(partsOf)];
}

/** What a schema says of the names inside an object. */
export interface Names {
	known: Map<string, Schema>;
	/** The schema of what stands under names that are the account's own; undefined where there are none. */
	own?: Schema;
}

export function namesIn(schema: Schema): Names {
	const parts = partsOf(schema);
	const known = new Map(parts.flatMap(({ properties }) => Object.entries(properties ?? {})));
	const own = parts
		.map(({ additionalProperties }) => additionalProperties)
		.find((additional) => additional !== undefined && additional !== false);
	if (own !== undefined) return { known, own: own === true ? {} : own };
	// an object of which the contract names nothing is free
	return known.size === 0 ? { known, own: {} } : { known };
}

/** The schema of the entries of a list. */
export function entriesOf(schema: Schema): Schema {
	return partsOf(schema).find(({ items }) => items)?.items ?? {};
}

/** Where something stands in an answer: `items[].status`; a name that is the account's own is a `*`. */
export function placeOf(schema: Schema, pointer: string): string {
	let place = '';
	let current = schema;
	for (const step of pointer.split('/').slice(1)) {
		const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
		const { known, own } = namesIn(current);
		const inside = known.get(name);
		if (inside) {
			place = joined(place, name);
			current = inside;
		} else if (/^\d+$/.test(name) && partsOf(current).some(({ items }) => items)) {
			place += '[]';
			current = entriesOf(current);
		} else {
			place = joined(place, '*');
			current = own ?? {};
		}
	}
	return place;
}

export function joined(place: string, name: string): string {
	return place === '' ? name : `${place}.${name}`;
}
