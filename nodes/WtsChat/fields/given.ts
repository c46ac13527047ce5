import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { sentence } from '../transport/errors';
import { inShort } from '../values/characters';
import { isBlank } from '../values/blank';
import { parsedList, trimmed, unquoted } from '../values/parse';
import type { Sentence } from '../values/sentence';
import { ValueError } from '../values/valueError';
import type { Source } from './source';
import { InputError, missing } from './inputError';
import { held } from './locators';
import * as sentences from './sentences';

const NOTHING = /^(null|undefined)$/i;

/** What is given in a field. */
export class Given {
	constructor(
		readonly property: INodeProperties,
		readonly source: Source,
	) {}

	get label(): string {
		return this.property.displayName;
	}

	/** As n8n gives it, with the mode of a resource locator. */
	get raw(): unknown {
		return this.source.valueOf(this.property.name);
	}

	/** The value, or undefined for what counts as blank: nothing, null, and text of blanks only. */
	get value(): unknown {
		const value = trimmed(held(this.property, this.raw));
		// a model says in words that it has no value
		if (typeof value === 'string' && this.source.byModel && NOTHING.test(value)) return undefined;
		return isBlank(value) ? undefined : value;
	}

	/** The value of what is no free text, where quotation marks around it mean nothing. */
	get plain(): unknown {
		const { value } = this;
		return typeof value === 'string' ? unquoted(value) : value;
	}

	/** @throws InputError when it is no text, number or truth value */
	get text(): string | undefined {
		const { value } = this;
		if (value === undefined || typeof value === 'string') return value;
		if (typeof value === 'number' || typeof value === 'boolean') return String(value);
		throw this.refuse(sentences.notAText);
	}

	/** The entries of a list, or of text with commas; undefined when there are none. */
	get list(): unknown[] | undefined {
		const { value } = this;
		if (value === undefined) return undefined;
		const one = typeof value === 'number' ? [value] : value;
		const entries = typeof one === 'string' ? (parsedList(one) ?? one.split(',')) : one;
		if (!Array.isArray(entries)) throw this.refuse(sentences.notAList);
		const filled = entries
			.map((entry: unknown) => (typeof entry === 'string' ? unquoted(entry.trim()) : entry))
			.filter((entry) => !isBlank(entry));
		return filled.length > 0 ? filled : undefined;
	}

	/** The entries as texts. */
	get texts(): string[] | undefined {
		return this.list?.map((entry) => {
			if (typeof entry === 'string' || typeof entry === 'number') return String(entry);
			throw this.refuse(sentences.notTexts, entry);
		});
	}

	/** The value as its parser reads it. */
	parsed<Value>(parser: (value: unknown) => Value): Value | undefined {
		const { plain } = this;
		return plain === undefined ? undefined : this.readBy(parser, plain);
	}

	/** What the parser makes of `given`; what that refuses is said with the name of the field. */
	readBy<What, Value>(parser: (given: What) => Value, given: What): Value {
		try {
			return parser(given);
		} catch (error) {
			throw error instanceof ValueError ? this.refuse(error.message, given, error.detail) : error;
		}
	}

	/** The error that says what the value has to be, in words that follow the name of the field. */
	refuse(words: Sentence, value: unknown = this.value, detail = ''): InputError {
		const remedy = `${sentence(`Its value is now ${inShort(value)}`)} ${detail}`.trim();
		return new InputError(sentences.refused(this.label, words), remedy);
	}

	/** The error of a field that has to be filled in. */
	missing(otherwise?: string): InputError {
		return missing(this.label, otherwise);
	}

	/** Notes that the field names something. */
	note(id: string, source?: string): void {
		this.source.note({ field: this.property.name, label: this.label, id, source });
	}

	/** The source of the fields inside this one. */
	within(values: IDataObject): Source {
		const { name } = this.property;
		const { source } = this;
		return {
			...source,
			valueOf: (member) => values[member],
			note: (subject) => source.note({ ...subject, field: `${name}.${subject.field}` }),
		};
	}
}
