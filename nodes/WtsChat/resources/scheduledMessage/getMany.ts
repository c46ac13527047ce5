import type { components } from '../../../../contract/types/chat';
import { channelId } from '../../fields/channel';
import { contactOrPhone } from '../../fields/contact';
import { departmentId } from '../../fields/department';
import { choice } from '../../fields/kinds/choice';
import { filtersOf } from '../../fields/kinds/collection';
import { moment } from '../../fields/kinds/plain';
import { together } from '../../fields/kinds/together';
import { dateFilters, dateQueryOf, limit, sortBy, sortQueryOf } from '../../fields/list';
import { simplified } from '../../fields/output';
import {
	messageType,
	scheduledMessageReadOptions,
	scheduledMessageShortForm,
	scheduledMessageStatuses,
} from '../../fields/scheduledMessage';
import { userId } from '../../fields/user';
import { listInEitherForm } from '../../operations/eitherForm';
import { jobOperation } from '../../operations/operation';
import { get } from '../../transport/contract';

export const getMany = jobOperation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many scheduled messages',
	description: 'Read the scheduled messages of the account; filters narrow them down',
	record: 'ScheduledMessage',
	fields: {
		limit,
		output: simplified(scheduledMessageShortForm),
		filters: filtersOf({
			Status: choice({
				displayName: 'Status',
				name: 'status',
				options: scheduledMessageStatuses,
				default: 'SCHEDULED',
				description: 'Only messages with this status',
			}),
			contact: contactOrPhone,
			'ScheduledAt.After': moment({
				displayName: 'Scheduled After',
				name: 'scheduledAfter',
				description: 'Only messages scheduled for this time or later',
			}),
			'ScheduledAt.Before': moment({
				displayName: 'Scheduled Before',
				name: 'scheduledBefore',
				description: 'Only messages scheduled for this time or earlier',
			}),
			Type: messageType.with({ description: 'Only messages of this type' }),
			From: channelId,
			Department: departmentId,
			User: userId,
			dates: together(dateFilters, dateQueryOf),
		}),
		sort: sortBy<components['schemas']['ScheduledMessage']>('scheduling'),
		options: scheduledMessageReadOptions,
	},
	prepare({ limit: most, filters, options: { includeDetails: IncludeDetails }, sort: order }) {
		const { contact, dates, ...others } = filters;
		return listInEitherForm(most, contact?.phoneNumber, (phoneNumber) =>
			get('/chat/v1/scheduled-message', {
				query: {
					...dates,
					...sortQueryOf(order),
					...others,
					To: phoneNumber ?? contact?.contactId,
					IncludeDetails,
				},
			}),
		);
	},
});
