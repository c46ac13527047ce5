import { Findings } from './findings';
import { isExpression } from './expressions';
import { inLanguage, say, type Sentence } from './sentences';
import type { Values } from './workflow';

/** How the old node marks a list where nothing is chosen. */
const NOT_SEND = 'NOT_SEND';

/** Says why a node cannot be converted as it is. */
export class Unconvertible extends Error {
	constructor(
		readonly why: Sentence,
		readonly todo: Sentence,
	) {
		super(inLanguage(why, 'en'));
	}
}

/** Several contacts in one old node, which become one item each. */
export interface Spread {
	sequence: string;
	contacts: string;
}

/** The parameters of an old node; it remembers which ones were asked for. */
export class OldParameters {
	private readonly asked = new Set(['resource', 'operation']);

	/** Set where the node needs one item per contact. */
	spread?: Spread;

	constructor(
		private readonly values: Values,
		private readonly node: string,
		private readonly findings: Findings,
	) {}

	/** The value, or undefined when there is none, it is blank or stands for none. */
	value(name: string): unknown {
		const value = this.present(name);
		return isExpression(value) ? this.withoutMark(name, value) : value;
	}

	/** As {@link value}, for updates, where the mark means to empty the attribute. */
	change(name: string): unknown {
		const value = this.present(name);
		if (isExpression(value) && value.includes(NOT_SEND)) {
			this.look(
				say`The expression in '${name}' can give ${NOT_SEND}, which emptied the attribute in the old node and is no value here.`,
				say`Let the expression give a value only, and use a second node with 'Clear' for the other case.`,
			);
		}
		return value;
	}

	private present(name: string): unknown {
		this.asked.add(name);
		const value = this.values[name];
		if (value === null || value === NOT_SEND) return undefined;
		return typeof value === 'string' && value.trim() === '' ? undefined : value;
	}

	/** Here an empty text leaves a value out, as the mark did there. */
	private withoutMark(name: string, value: string): string {
		const without = value.replace(/(["'`])NOT_SEND\1/g, '$1$1');
		if (without !== value) {
			this.look(
				say`The expression in '${name}' could give ${NOT_SEND}; it now gives an empty text there, which leaves the value out.`,
				say`Look whether the expression still does what you mean.`,
			);
		} else if (value.includes(NOT_SEND)) {
			this.look(
				say`The expression in '${name}' can give ${NOT_SEND}, which is no value here.`,
				say`Let it give an empty text where the value is to be left out.`,
			);
		}
		return without;
	}

	look(what: Sentence, todo: Sentence): void {
		this.findings.add({ node: this.node, what, todo });
	}

	/** Names of filled-in parameters that nobody asked for. */
	unknown(): string[] {
		return Object.entries(this.values)
			.filter(([name, value]) => !this.asked.has(name) && !isBlank(value))
			.map(([name]) => name);
	}
}

function isBlank(value: unknown): boolean {
	if (value === null || value === '' || value === NOT_SEND) return true;
	return typeof value === 'object' && Object.keys(value).length === 0;
}
