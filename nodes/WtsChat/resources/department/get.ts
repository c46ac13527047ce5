import type { components } from '../../../../contract/types/core';
import type { ChoicesOf } from '../../fields/choices';
import { includeDetailsOf, optionsOf } from '../../fields/collections';
import { departmentShortForm, subjectDepartmentId } from '../../fields/department';
import { outputFields } from '../../fields/output';
import { get as read } from '../../transport/contract';
import type { RequestOperation } from '../operation';

type Detail = Exclude<components['schemas']['DepartmentDetail'], 'All'>;

const details: ChoicesOf<Detail> = [
	{ name: 'Channels', value: 'Channels' },
	{ name: 'Members', value: 'Agents' },
];

/** Source: GET /core/v1/department/{id}; here the API takes one detail, and All for both. */
export const get: RequestOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get a department',
	description: 'Read one department, on request with its members and channels',
	shortForm: departmentShortForm,
	fields: [
		subjectDepartmentId,
		...outputFields,
		optionsOf([
			includeDetailsOf(
				details,
				"Parts to fill in; for the channels, 'Get Channels' is more to be relied on",
			),
		]),
	],
	request(parameters) {
		const [one, other] = parameters.group('options').choices<Detail>('includeDetails') ?? [];
		return read('/core/v1/department/{id}', {
			path: { id: parameters.requiredId('departmentId') },
			query: { includeDetails: other ? 'All' : one },
		});
	},
};
