import type { INodeProperties } from 'n8n-workflow';
import type { components } from '../../../contract/types/chat';
import { unlessBlank } from '../values/blank';
import type { Field, ValuesOf } from './field';
import { InputError } from './inputError';
import * as sentences from './sentences';
import { choice } from './kinds/choice';
import { Collection } from './kinds/collection';
import { boolean, moment, number } from './kinds/plain';

type OrderDirection = components['schemas']['OrderDirection'];

/** @throws InputError when the number counts nothing */
export function fromOneOn(count: number, label: string): number {
	if (Number.isInteger(count) && count >= 1) return count;
	throw new InputError(sentences.notFromOne(label), `Its value is now ${count}.`);
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

/** What records can be sorted by, in the order of the labels. */
const SORTED_BY = {
	monetaryAmount: 'Amount',
	contactName: 'Contact Name',
	createdAt: 'Created At',
	dueDate: 'Due Date',
	endAt: 'Ended At',
	lastAddedAt: 'Last Added At',
	lastInteractionDate: 'Last Interaction',
	name: 'Name',
	scheduling: 'Scheduled At',
	startAt: 'Started At',
	title: 'Title',
	updatedAt: 'Updated At',
};

/**
 * The order of a list. The API does not list the names that it can sort by; those are offered that its
 * records have for their dates and names.
 *
 * @param properties what this list can be sorted by, beside the dates that all records have
 */
export function sortBy<Row>(...properties: Array<keyof typeof SORTED_BY & keyof Row>) {
	const offered: string[] = ['createdAt', 'updatedAt', ...properties];
	return new Collection(
		{ displayName: 'Sort', name: 'sort', placeholder: 'Add Sorting' },
		{
			field: choice<string>({
				displayName: 'Field',
				name: 'field',
				options: Object.entries(SORTED_BY)
					.map(([value, name]) => ({ name, value }))
					.filter(({ value }) => offered.includes(value)),
				default: 'createdAt',
				description: 'What to sort by',
			}),
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
		},
	);
}

export type Sort = ReturnType<ReturnType<typeof sortBy>['read']>;

/** The query of {@link sortBy}. */
export function sortQueryOf({ field, direction }: Sort) {
	return { OrderBy: field, OrderDirection: direction };
}
