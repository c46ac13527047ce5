import { isExpression } from './expressions';
import type { Field } from './fields';
import type { OldParameters } from './oldParameters';
import { say, type Sentence } from './sentences';
import type { Values } from './workflow';

/** What an entry of the old list of fields writes. */
export interface Change {
	/** The members of Update Fields that it becomes, as one collection. */
	set: Field;
	/** The entry of Clear that stands for an empty value; without it, an attribute cannot be emptied. */
	clear?: string;
	/** What the old node wrote when the entry was chosen and had no value. */
	otherwise?: Values;
	/** What to know when the entry is chosen. */
	note?: { what: Sentence; todo: Sentence };
}

/**
 * The Update Fields of a node that wrote what an extra list names: each named attribute is set, or
 * cleared where its value was empty.
 */
export function updateFields(chooser: string, changes: Record<string, Change>): Field {
	return (old) => {
		const named = old.value(chooser);
		const all = isExpression(named);
		if (all) {
			old.look(
				say`An expression in '${chooser}' chose which fields to write; here every field that has a value is written.`,
				say`Remove the fields under 'Update Fields' that are not meant to be written.`,
			);
		}
		const names = Array.isArray(named) ? named.map(String) : [];
		for (const name of names.filter((entry) => !(entry in changes))) noValueFor(old, name);

		const update: Values = {};
		const clear: string[] = [];
		for (const [name, change] of Object.entries(changes)) {
			const given = change.set(old) as Values | undefined;
			if (!all && !names.includes(name)) continue;
			const values = given ?? (all ? undefined : change.otherwise);
			if (values) Object.assign(update, values);
			else if (!all && change.clear) clear.push(change.clear);
			else if (!all) cannotBeEmptied(old, name);
			if (change.note && values) old.look(change.note.what, change.note.todo);
		}
		if (clear.length > 0) update.clear = clear;
		tellOfExpressions(old, update);
		return Object.keys(update).length > 0 ? update : undefined;
	};
}

function noValueFor(old: OldParameters, name: string): void {
	old.look(
		say`The field ${name} is gone, because the API has no value for it.`,
		say`Nothing, unless you relied on it.`,
	);
}

function cannotBeEmptied(old: OldParameters, name: string): void {
	old.look(
		say`The old node sent ${name} without a value; here it is left as it is, because it cannot be empty.`,
		say`Add it under 'Update Fields' if it should have a value.`,
	);
}

function tellOfExpressions(old: OldParameters, update: Values): void {
	const computed = Object.keys(update).filter((name) => isExpression(update[name]));
	if (computed.length === 0) return;
	old.look(
		say`Where an expression gives nothing, the attribute stays as it is; the old node emptied it (${computed.join(', ')}).`,
		say`If you want it emptied, use a second node with 'Clear' for those items.`,
	);
}
