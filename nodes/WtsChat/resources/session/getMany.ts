import { channelIds } from '../../fields/channel';
import type { ItemParameters } from '../../fields/itemParameters';
import { departmentId } from '../../fields/department';
import {
	dateFilters,
	dateQueryFrom,
	listFields,
	sortField,
	sortQueryFrom,
} from '../../fields/list';
import { outputFields } from '../../fields/output';
import {
	sessionDetails,
	sessionShortForm,
	sessionStatuses,
	type SessionDetail,
	type SessionStatus,
} from '../../fields/session';
import { userId } from '../../fields/user';
import { get } from '../../transport/contract';
import type { ListOperation } from '../operation';

/** Source: GET /chat/v2/session */
export const getMany: ListOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many sessions',
	description: 'Read the sessions of the account, or those that pass the filters',
	shortForm: sessionShortForm,
	fields: [
		...listFields,
		...outputFields,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				channelIds,
				...dateFilters.slice(0, 2),
				departmentId,
				{
					displayName: 'Status',
					name: 'statuses',
					type: 'multiOptions',
					options: sessionStatuses,
					default: [],
					description: 'Only sessions in one of these statuses',
				},
				...dateFilters.slice(2),
				userId,
			],
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				{
					displayName: 'Include Details',
					name: 'includeDetails',
					type: 'multiOptions',
					options: sessionDetails,
					default: [],
					description: 'Related records to embed; they come out with Simplify off',
				},
			],
		},
		sortField,
	],
	list: (parameters) =>
		get('/chat/v2/session', {
			query: {
				...filtersFrom(parameters.group('filters')),
				...sortQueryFrom(parameters),
				IncludeDetails: parameters.group('options').choices<SessionDetail>('includeDetails'),
			},
		}),
};

function filtersFrom(filters: ItemParameters) {
	return {
		...dateQueryFrom(filters),
		ChannelsId: filters.ids('channelIds'),
		DepartmentId: filters.id('departmentId'),
		Status: filters.choices<SessionStatus>('statuses'),
		UserId: filters.id('userId'),
	};
}
