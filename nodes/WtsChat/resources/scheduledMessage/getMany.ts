import type { INodeProperties } from 'n8n-workflow';
import { channelId } from '../../fields/channel';
import { filtersOf } from '../../fields/collections';
import { contactOrPhone } from '../../fields/contact';
import { departmentDropdown } from '../../fields/department';
import type { ItemParameters } from '../../fields/itemParameters';
import {
	dateFilters,
	dateQueryFrom,
	listFields,
	sortField,
	sortQueryFrom,
} from '../../fields/list';
import { outputFields } from '../../fields/output';
import {
	messageType,
	scheduledMessageReadOptions,
	scheduledMessageShortForm,
	scheduledMessageStatuses,
	type ScheduledMessageDetail,
	type ScheduledMessageStatus,
	type ScheduledMessageType,
} from '../../fields/scheduledMessage';
import { userDropdown } from '../../fields/user';
import { get } from '../../transport/contract';
import { listInEitherForm } from '../eitherForm';
import type { JobOperation } from '../operation';

const filters: INodeProperties[] = [
	channelId,
	{ ...contactOrPhone, required: undefined },
	...dateFilters,
	departmentDropdown,
	{ ...messageType, description: 'Only messages of this type' },
	{
		displayName: 'Scheduled After',
		name: 'scheduledAfter',
		type: 'dateTime',
		default: '',
		description: 'Only messages that are to be sent at this time or later',
	},
	{
		displayName: 'Scheduled Before',
		name: 'scheduledBefore',
		type: 'dateTime',
		default: '',
		description: 'Only messages that are to be sent at this time or earlier',
	},
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: scheduledMessageStatuses,
		default: 'SCHEDULED',
		description: 'Only messages in this status',
	},
	userDropdown,
];

/** Source: GET /chat/v1/scheduled-message */
export const getMany: JobOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many scheduled messages',
	description: 'Read the scheduled messages of the account, or those that pass the filters',
	shortForm: scheduledMessageShortForm,
	fields: [
		...listFields,
		...outputFields,
		filtersOf(filters.sort((one, other) => one.displayName.localeCompare(other.displayName))),
		scheduledMessageReadOptions,
		sortField,
	],
	prepare(parameters) {
		const filters = parameters.group('filters');
		const byPhone = filters.mode('contactId') === 'phone';
		const phoneNumber = byPhone ? filters.phone('contactId') : undefined;
		return listInEitherForm(parameters, phoneNumber, (phone) =>
			get('/chat/v1/scheduled-message', {
				query: {
					...filtersFrom(filters),
					...sortQueryFrom(parameters),
					To: byPhone ? phone : filters.id('contactId'),
					IncludeDetails: parameters
						.group('options')
						.choices<ScheduledMessageDetail>('includeDetails'),
				},
			}),
		);
	},
};

function filtersFrom(filters: ItemParameters) {
	return {
		...dateQueryFrom(filters),
		'ScheduledAt.After': filters.moment('scheduledAfter'),
		'ScheduledAt.Before': filters.moment('scheduledBefore'),
		Status: filters.choice<ScheduledMessageStatus>('status'),
		Type: filters.choice<ScheduledMessageType>('messageType'),
		From: filters.id('channelId'),
		User: filters.id('userId'),
		Department: filters.id('departmentId'),
	};
}
