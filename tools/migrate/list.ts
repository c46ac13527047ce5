import { inShort } from '../../nodes/WtsChat/values/characters';
import { expressionOf, isExpression, sourceOf } from './expressions';
import { group, moment, type Field, type Part } from './fields';
import type { OldParameters } from './oldParameters';
import { say } from './sentences';
import type { Values } from './workflow';

/** How many records the old node asked for in one page when it turned the pages by itself. */
const AUTOMATIC_PAGE = 100;
/** Where it stopped, whatever Max Pages said. */
const MAX_RECORDS = 5000;

export const dateFilters: Record<string, Field> = {
	createdAfter: moment('createdAtAfter'),
	createdBefore: moment('createdAtBefore'),
	updatedAfter: moment('updatedAtAfter'),
	updatedBefore: moment('updatedAtBefore'),
};

/**
 * How many records a list gives and in which order: what was pages is Return All and Limit here.
 *
 * @param properties what the list can be sorted by, beside the dates that all records have
 */
export function listing(...properties: string[]): Part {
	const sort = group({
		field: sortedBy(['createdAt', 'updatedAt', ...properties]),
		direction: (old) => old.value('orderDirection') ?? 'ASCENDING',
	});
	return (old) => ({ ...amount(old), sort: sort(old) });
}

/** One of the properties that can be chosen here; the old node took any text, in any capitals. */
function sortedBy(properties: string[]): Field {
	return (old) => {
		const given = old.value('orderBy');
		if (given === undefined || isExpression(given)) return given;
		const name = String(given).trim().toLowerCase();
		const chosen = properties.find((property) => property.toLowerCase() === name);
		if (!chosen) {
			old.look(
				say`The list was sorted by ${inShort(given)}, which this node does not offer.`,
				say`Choose another 'Field' under 'Sort', or put a Sort node behind this one.`,
			);
		}
		return chosen;
	};
}

/** The same of a list that has no order of its own: the newest records of it come out. */
export const newest: Part = (old) => {
	const { limit, ...values } = amount(old);
	if (limit === undefined) return values;
	old.look(
		say`The old node gave the first messages of the conversation; this one gives the newest, the oldest of them first.`,
		say`Switch 'Return All' on if you need those before.`,
	);
	return { ...values, lastMessages: limit };
};

function amount(old: OldParameters): Values {
	const automatic = old.value('autoPagination') ?? false;
	const pages = old.value('maxPage') ?? 10;
	const number = old.value('pageNumber') ?? 1;
	const size = old.value('pageSize') ?? 15;
	if (automatic === false) return onePage(old, number, size);
	if (automatic !== true) {
		old.look(
			say`'Auto Pagination' was an expression; 'Return All' is on instead.`,
			say`Switch it off and set a 'Limit' if you want fewer records.`,
		);
		return { returnAll: true };
	}
	if (isExpression(pages)) {
		return { returnAll: false, limit: expressionOf(`${sourceOf(pages)} * ${AUTOMATIC_PAGE}`) };
	}
	const limit = Number(pages) * AUTOMATIC_PAGE;
	return limit < MAX_RECORDS ? { returnAll: false, limit } : { returnAll: true };
}

function onePage(old: OldParameters, number: unknown, size: unknown): Values {
	if (number === 1) return { returnAll: false, limit: size };
	if (isExpression(number)) {
		old.look(
			say`The page came from an expression, as in a loop that turns the pages; 'Return All' is on instead, and there are no pages.`,
			say`Take the loop out, so that this node runs once.`,
		);
		return { returnAll: true };
	}
	old.look(
		say`The old node read page ${String(number)} only; this one reads all records up to the end of that page.`,
		say`Use 'Filters', or a Limit node that keeps the last items, to get the same records.`,
	);
	const limit = isExpression(size)
		? expressionOf(`${sourceOf(size)} * ${Number(number)}`)
		: Number(size) * Number(number);
	return { returnAll: false, limit };
}
