import type { Operation, Schema, SchemaError } from './contract';
import { entriesOf, joined, namesIn, placeOf } from './schema';

/** Something that the service and the contract do not agree on. It holds no value of the account. */
export interface Difference {
	/** Such as `items[].status`; `(answer)` is the answer as a whole. */
	path: string;
	kind: 'answer' | 'enum' | 'format' | 'missing' | 'type' | 'unknown' | 'other';
	/** What the contract says and what came, in words. */
	text: string;
	/** In how many places of the answer. */
	count: number;
}

/** Everything in which an answer differs from the contract. */
export function differencesIn({ answer, errorsIn }: Operation, body: unknown): Difference[] {
	const found = [
		...tellingOnes(errorsIn(body)).map((error) => fromSchema(answer, error, body)),
		...namesThatDiffer(answer, body),
	];
	const merged = new Map<string, Difference>();
	for (const difference of found) {
		const key = `${difference.path} ${difference.text}`;
		const known = merged.get(key);
		merged.set(key, { ...difference, count: difference.count + (known?.count ?? 0) });
	}
	return [...merged.values()].sort((one, other) => one.path.localeCompare(other.path));
}

/** Leaves out what only follows from another error: that no alternative fits, and that it is not null either. */
function tellingOnes(errors: SchemaError[]): SchemaError[] {
	const isConsequence = ({ keyword, params }: SchemaError) =>
		['oneOf', 'anyOf', 'if'].includes(keyword) || params.type === 'null';
	const causes = errors.filter((error) => !isConsequence(error));
	const explained = (pointer: string) =>
		causes.some(
			({ instancePath }) => instancePath === pointer || instancePath.startsWith(`${pointer}/`),
		);
	const ofWrongType = causes
		.filter(({ keyword }) => keyword === 'type')
		.map(({ instancePath }) => instancePath);
	return [
		...causes.filter(
			({ keyword, instancePath }) => keyword === 'type' || !ofWrongType.includes(instancePath),
		),
		...errors.filter((error) => isConsequence(error) && !explained(error.instancePath)),
	];
}

function fromSchema(schema: Schema, error: SchemaError, body: unknown): Difference {
	const { instancePath, keyword, params, message } = error;
	const path = placeOf(schema, instancePath) || '(answer)';
	switch (keyword) {
		case 'type': {
			const expected = [params.type].flat().join(' or ');
			const text = `${expected} in the contract, ${typeOf(valueAt(body, instancePath))} here`;
			return { path, kind: 'type', text, count: 1 };
		}
		case 'enum': {
			const text = `a value that is none of ${(params.allowedValues as unknown[]).join(', ')}`;
			return { path, kind: 'enum', text, count: 1 };
		}
		case 'format':
			return { path, kind: 'format', text: `a string that is no ${params.format}`, count: 1 };
		default:
			// the words of the schema, never those of the answer
			return { path, kind: 'other', text: message ?? keyword, count: 1 };
	}
}

function valueAt(body: unknown, pointer: string): unknown {
	return pointer
		.split('/')
		.slice(1)
		.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
		.reduce<unknown>((inside, name) => (inside as Record<string, unknown>)[name], body);
}

function typeOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
	return typeof value;
}

/** The objects that stand at one place of the answer. */
interface Objects {
	count: number;
	known: string[];
	/** Whether other names than the known ones are the account's own. */
	open: boolean;
	/** How many of them have a name. */
	came: Map<string, number>;
}

/** Names that the contract lacks, and those of it that no record has; it requires none of an answer. */
function namesThatDiffer(schema: Schema, body: unknown): Difference[] {
	const places = new Map<string, Objects>();
	collect(schema, body, '', places);
	return [...places].flatMap(([place, { count, known, open, came }]) => {
		// what stands inside a record depends on its kind
		const whole = ['', '[]', 'items[]'].includes(place);
		const missing = known
			.filter((name) => whole && !came.has(name))
			.map((name) => ({ name, kind: 'missing' as const, count, text: 'missing everywhere' }));
		const unknown = [...came]
			.filter(([name]) => !open && !known.includes(name))
			.map(([name, times]) => ({
				name: speakable(name),
				kind: 'unknown' as const,
				count: times,
				text: 'not in the contract',
			}));
		return [...missing, ...unknown].map(({ name, ...rest }) => ({
			path: joined(place, name),
			...rest,
		}));
	});
}

function collect(schema: Schema, value: unknown, place: string, places: Map<string, Objects>) {
	if (Array.isArray(value)) {
		for (const entry of value) collect(entriesOf(schema), entry, `${place}[]`, places);
		return;
	}
	if (typeof value !== 'object' || value === null) return;

	const { known, own } = namesIn(schema);
	const objects: Objects = places.get(place) ?? {
		count: 0,
		known: [...known.keys()],
		open: own !== undefined,
		came: new Map(),
	};
	places.set(place, objects);
	objects.count++;
	for (const [name, inside] of Object.entries(value)) {
		objects.came.set(name, (objects.came.get(name) ?? 0) + 1);
		const isKnown = known.has(name);
		const deeper = known.get(name) ?? own ?? {};
		collect(deeper, inside, joined(place, isKnown ? name : '*'), places);
	}
}

/** A name that a programmer gave; what people write could be personal. */
function speakable(name: string): string {
	return /^[A-Za-z][A-Za-z_]{0,40}$/.test(name) ? name : '(a name that is no identifier)';
}
