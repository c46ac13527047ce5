import type { INodeProperties } from 'n8n-workflow';
import type { components } from '../../../contract/types/chat';
import { InputError, unlessBlank, type ItemParameters } from './itemParameters';

/** How many records a list gives; the executor reads both. */
export const listFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		displayOptions: { show: { returnAll: [false] } },
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
	},
];

/**
 * The most records to read.
 *
 * @throws InputError when it is no count
 */
export function limitFrom(parameters: ItemParameters): number {
	if (parameters.boolean('returnAll')) return Infinity;
	const limit = parameters.number('limit') ?? 50;
	if (Number.isInteger(limit) && limit >= 1) return limit;
	throw new InputError(
		`'${parameters.label('limit')}' has to be a whole number from 1 on`,
		`Its value is now ${limit}.`,
	);
}

/** Members of a Filters collection: when a record was made and last changed. */
export const dateFilters: INodeProperties[] = [
	{
		displayName: 'Created After',
		name: 'createdAfter',
		type: 'dateTime',
		default: '',
		description: 'Only records created at this time or later',
	},
	{
		displayName: 'Created Before',
		name: 'createdBefore',
		type: 'dateTime',
		default: '',
		description: 'Only records created at this time or earlier',
	},
	{
		displayName: 'Updated After',
		name: 'updatedAfter',
		type: 'dateTime',
		default: '',
		description: 'Only records changed at this time or later',
	},
	{
		displayName: 'Updated Before',
		name: 'updatedBefore',
		type: 'dateTime',
		default: '',
		description: 'Only records changed at this time or earlier',
	},
];

/** The query of {@link dateFilters}. */
export function dateQueryFrom(filters: ItemParameters) {
	return {
		'CreatedAt.After': filters.moment('createdAfter'),
		'CreatedAt.Before': filters.moment('createdBefore'),
		'UpdatedAt.After': filters.moment('updatedAfter'),
		'UpdatedAt.Before': filters.moment('updatedBefore'),
	};
}

/** The same as the body of a search carries it. */
export function dateRangesFrom(filters: ItemParameters) {
	return {
		createdAt: unlessBlank({
			after: filters.moment('createdAfter'),
			before: filters.moment('createdBefore'),
		}),
		updatedAt: unlessBlank({
			after: filters.moment('updatedAfter'),
			before: filters.moment('updatedBefore'),
		}),
	};
}

/** The order of a list. The API does not list the names that it can sort by. */
export const sortField: INodeProperties = {
	displayName: 'Sort',
	name: 'sort',
	type: 'collection',
	placeholder: 'Add Sorting',
	default: {},
	options: [
		{
			displayName: 'Direction',
			name: 'direction',
			type: 'options',
			options: [
				{ name: 'Ascending', value: 'ASCENDING' },
				{ name: 'Descending', value: 'DESCENDING' },
			],
			default: 'DESCENDING',
			description: 'Whether the smallest or the largest value comes first',
		},
		{
			displayName: 'Field',
			name: 'field',
			type: 'string',
			default: 'createdAt',
			placeholder: 'e.g. createdAt',
			description: 'Property to sort by',
		},
	],
};

/** The query of {@link sortField}. */
export function sortQueryFrom(parameters: ItemParameters) {
	const sort = parameters.group('sort');
	return {
		OrderBy: sort.text('field'),
		OrderDirection: sort.choice<components['schemas']['OrderDirection']>('direction'),
	};
}
