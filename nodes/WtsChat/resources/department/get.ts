import type { components } from '../../../../contract/types/core';
import type { ChoicesOf } from '../../fields/choices';
import { departmentShortForm, subjectDepartmentId } from '../../fields/department';
import { includeDetailsOf, optionsOf } from '../../fields/kinds/collection';
import { simplified } from '../../fields/output';
import { requestOperation } from '../../operations/operation';
import { get as read } from '../../transport/contract';

type Detail = Exclude<components['schemas']['DepartmentDetail'], 'All'>;

const details: ChoicesOf<Detail> = [
	{ name: 'Channels', value: 'Channels' },
	{ name: 'Members', value: 'Agents' },
];

/** Here the API takes one detail, and All for both. */
export const get = requestOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a department',
	description: 'Read one department; an option adds its members and channels',
	record: 'Department',
	fields: {
		id: subjectDepartmentId,
		output: simplified(departmentShortForm),
		options: optionsOf({
			includeDetails: includeDetailsOf(
				details,
				"What to include. For the channels, 'Get Channels' is more reliable.",
			),
		}),
	},
	request({ id, options: { includeDetails = [] } }) {
		const [one, other] = includeDetails;
		return read('/core/v1/department/{id}', {
			path: { id },
			query: { includeDetails: other ? 'All' : one },
		});
	},
});
