import type { INodePropertyOptions } from 'n8n-workflow';
import { lastMessages } from '../../../nodes/WtsChat/fields/history';
import { filtersOf } from '../../../nodes/WtsChat/fields/kinds/collection';
import {
	dateFilters,
	dateQueryOf,
	dateRangesOf,
	limit,
	limitOf,
	sortBy,
	sortQueryOf,
} from '../../../nodes/WtsChat/fields/list';
import { sourceOf } from '../../support/source';
import { blanks, refusalOf } from './support';

describe('how many records a list gives', () => {
	const most = (values: Record<string, unknown>) => limit.read(sourceOf(values));

	test('is all of them, or a number that is asked for below', () => {
		const { form } = limitOf({ description: 'Max number of cards' });
		expect(form.map(({ name, description }) => [name, description])).toEqual([
			['returnAll', expect.any(String)],
			['limit', 'Max number of cards'],
		]);
	});

	test('is no number where all are wanted, whatever stands in the number', () => {
		expect(most({ returnAll: true, limit: 5 })).toBe(Infinity);
		expect(most({ returnAll: 'true', limit: 'many' })).toBe(Infinity);
	});

	test.each([1, 5, '7'])('is the number that is given: %j', (number) => {
		for (const returnAll of [false, ...blanks]) {
			expect(most({ returnAll, limit: number })).toBe(Number(number));
		}
	});

	test.each(blanks)('is 50 where the number is %j', (blank) => {
		expect(most({ limit: blank })).toBe(50);
		expect(limitOf({ default: 20 }).read(sourceOf({ limit: blank }))).toBe(50);
	});

	test.each([0, -1, 0.5, 1.5])('is refused with %d, which counts nothing', (number) => {
		expect(refusalOf(() => most({ limit: number }))).toMatchObject({
			message: "'Limit' has to be a whole number from 1 on",
			remedy: `Its value is now ${number}.`,
		});
		expect(refusalOf(() => lastMessages.read(sourceOf({ lastMessages: number }))).message).toBe(
			"'Last Messages' has to be a whole number from 1 on",
		);
	});

	test('is refused only where it is asked for', () => {
		expect(most({ returnAll: true, limit: 0 })).toBe(Infinity);
	});
});

describe('the dates of records', () => {
	const dates = (filters: object) => filtersOf(dateFilters).read(sourceOf({ filters }));
	const each = dates({
		createdAfter: '2026-01-01',
		createdBefore: '2026-01-02',
		updatedAfter: '2026-01-03',
		updatedBefore: '2026-01-04',
	});
	const at = (day: number) => `2026-01-0${day}T03:00:00.000Z`;

	test('are sent by the names that lists have for them', () => {
		expect(dateQueryOf(each)).toEqual({
			'CreatedAt.After': at(1),
			'CreatedAt.Before': at(2),
			'UpdatedAt.After': at(3),
			'UpdatedAt.Before': at(4),
		});
	});

	test('are sent as ranges in a search', () => {
		expect(dateRangesOf(each)).toEqual({
			createdAt: { after: at(1), before: at(2) },
			updatedAt: { after: at(3), before: at(4) },
		});
	});

	test('make no range where neither end of it is given', () => {
		expect(dateRangesOf(dates({}))).toEqual({ createdAt: undefined, updatedAt: undefined });
		expect(dateRangesOf(dates({ updatedBefore: '2026-01-04' }))).toEqual({
			createdAt: undefined,
			updatedAt: { after: undefined, before: at(4) },
		});
	});
});

describe('the order of a list', () => {
	const sort = sortBy<{ name: string; title: string }>('title', 'name');
	const offered = ({ property }: ReturnType<typeof sortBy>) => {
		const { options = [] } = property.options?.[0] as { options?: INodePropertyOptions[] };
		return options.map(({ name, value }) => [name, value]);
	};

	test('has the dates of all records and the names of these, sorted by label', () => {
		expect(offered(sortBy<{ name: string; title: string }>('title', 'name'))).toEqual([
			['Created At', 'createdAt'],
			['Name', 'name'],
			['Title', 'title'],
			['Updated At', 'updatedAt'],
		]);
		expect(offered(sortBy())).toEqual([
			['Created At', 'createdAt'],
			['Updated At', 'updatedAt'],
		]);
	});

	test('is a property and a direction, the newest first where nothing is changed', () => {
		const { property } = sortBy();
		expect(property).toMatchObject({ displayName: 'Sort', name: 'sort' });
		expect(property.options).toEqual([
			expect.objectContaining({ displayName: 'Field', name: 'field', default: 'createdAt' }),
			expect.objectContaining({
				displayName: 'Direction',
				name: 'direction',
				default: 'DESCENDING',
				options: [
					{ name: 'Ascending', value: 'ASCENDING' },
					{ name: 'Descending', value: 'DESCENDING' },
				],
			}),
		]);
	});

	test('is sent by its two names, or not at all', () => {
		const queryOf = (given: object) => sortQueryOf(sort.read(sourceOf({ sort: given })));
		expect(queryOf({ field: 'title', direction: 'ASCENDING' })).toEqual({
			OrderBy: 'title',
			OrderDirection: 'ASCENDING',
		});
		expect(queryOf({})).toEqual({ OrderBy: undefined, OrderDirection: undefined });
	});
});
