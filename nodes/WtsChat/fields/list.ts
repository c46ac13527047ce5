import type { INodeProperties } from 'n8n-workflow';
import type { components } from '../../../contract/types/chat';
import { unlessBlank } from '../values/blank';
import type { Field, ValuesOf } from './field';
import { InputError } from './inputError';
import { choice } from './kinds/choice';
import { Collection } from './kinds/collection';
import { boolean, moment, number } from './kinds/plain';
import { text } from './kinds/text';

type OrderDirection = components['schemas']['OrderDirection'];

/** @throws InputError when the number counts nothing */
export function fromOneOn(count: number, label: string): number {
	if (Number.isInteger(count) && count >= 1) return count;
	throw new InputError(
		`'${label}' has to be a whole number from 1 on`,
		`Its value is now ${count}.`,
	);
}

const mostRecords = number({
	displayName: 'Limit',
	name: 'limit',
	displayOptions: { show: { returnAll: [false] } },
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Max number of results to return',
}).checked(fromOneOn);

const returnAll = boolean({
	displayName: 'Return All',
	name: 'returnAll',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
});

/** How many records a list gives at most. */
export const limit = limitOf();

/** The same with other words for the number. */
export function limitOf(look: Partial<INodeProperties> = {}): Field<number> {
	const most = mostRecords.with(look);
	return {
		form: [returnAll.property, most.property],
		read: (source) => (returnAll.read(source) ? Infinity : (most.read(source) ?? 50)),
	};
}

/** Members of a Filters collection: when a record was made and last changed. */
export const dateFilters = {
	createdAfter: moment({
		displayName: 'Created After',
		name: 'createdAfter',
		description: 'Only records created at this time or later',
	}),
	createdBefore: moment({
		displayName: 'Created Before',
		name: 'createdBefore',
		description: 'Only records created at this time or earlier',
	}),
	updatedAfter: moment({
		displayName: 'Updated After',
		name: 'updatedAfter',
		description: 'Only records changed at this time or later',
	}),
	updatedBefore: moment({
		displayName: 'Updated Before',
		name: 'updatedBefore',
		description: 'Only records changed at this time or earlier',
	}),
};

type Dates = ValuesOf<typeof dateFilters>;

/** The query of {@link dateFilters}. */
export function dateQueryOf({ createdAfter, createdBefore, updatedAfter, updatedBefore }: Dates) {
	return {
		'CreatedAt.After': createdAfter,
		'CreatedAt.Before': createdBefore,
		'UpdatedAt.After': updatedAfter,
		'UpdatedAt.Before': updatedBefore,
	};
}

/** The same as the body of a search carries it. */
export function dateRangesOf({ createdAfter, createdBefore, updatedAfter, updatedBefore }: Dates) {
	return {
		createdAt: unlessBlank({ after: createdAfter, before: createdBefore }),
		updatedAt: unlessBlank({ after: updatedAfter, before: updatedBefore }),
	};
}

/** The order of a list. The API does not list the names that it can sort by. */
export const sort = new Collection(
	{ displayName: 'Sort', name: 'sort', placeholder: 'Add Sorting' },
	{
		direction: choice<OrderDirection>({
			displayName: 'Direction',
			name: 'direction',
			options: [
				{ name: 'Ascending', value: 'ASCENDING' },
				{ name: 'Descending', value: 'DESCENDING' },
			],
			default: 'DESCENDING',
			description: 'Whether the smallest or the largest value comes first',
		}),
		field: text({
			displayName: 'Field',
			name: 'field',
			default: 'createdAt',
			placeholder: 'e.g. createdAt',
			description: 'Property to sort by',
		}),
	},
);

/** The query of {@link sort}. */
export function sortQueryOf({ field, direction }: ReturnType<typeof sort.read>) {
	return { OrderBy: field, OrderDirection: direction };
}
