import type { components } from '../../../../contract/types/chat';
import { channelId } from '../../fields/channel';
import type { ChoicesOf } from '../../fields/choices';
import { choice } from '../../fields/kinds/choice';
import { filtersOf, includeDetailsOf, optionsOf } from '../../fields/kinds/collection';
import { boolean } from '../../fields/kinds/plain';
import { text } from '../../fields/kinds/text';
import { together } from '../../fields/kinds/together';
import { dateFilters, dateQueryOf, limit, sortBy, sortQueryOf } from '../../fields/list';
import { simplified } from '../../fields/output';
import { listOperation } from '../../operations/operation';
import { get } from '../../transport/contract';

type TemplateUse = components['schemas']['TemplateTypeFilter'];
type TemplateDetail = components['schemas']['TemplateDetail'];

const uses: ChoicesOf<TemplateUse> = [
	{ name: 'Attendance', value: 'ATTENDANCE' },
	{ name: 'Authentication', value: 'AUTHENTICATION' },
	{ name: 'Campaign', value: 'CAMPAIGN' },
	{ name: 'Quick Reply', value: 'QUICKREPLY' },
	{ name: 'Scheduled Message', value: 'SCHEDULEDMESSAGE' },
	{ name: 'Sequence', value: 'SEQUENCE' },
];

const details: ChoicesOf<TemplateDetail> = [
	{ name: 'All', value: 'All' },
	{ name: 'File', value: 'File' },
	{ name: 'Interactive', value: 'Interactive' },
	{ name: 'Parameters', value: 'Params' },
];

/**
 * No documented property of a template matches the details File and Interactive; they are offered
 * because the API takes them.
 */
export const getMany = listOperation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many templates',
	description: 'Read the message templates of the account; filters narrow them down',
	record: 'Template',
	fields: {
		limit,
		output: simplified([
			'id',
			'name',
			'internalName',
			'text',
			'status',
			'type',
			'channelId',
			'fileType',
			'params',
			'archived',
		]),
		filters: filtersOf({
			Name: text({
				displayName: 'Name',
				name: 'name',
				placeholder: 'e.g. atualizacao_de_pedido',
				description: 'Only templates with this in their name',
			}),
			SearchableText: text({
				displayName: 'Text',
				name: 'text',
				placeholder: 'e.g. saiu para entrega',
				description: 'Only templates with this in their text',
			}),
			ChannelId: channelId,
			Type: choice({
				displayName: 'Use',
				name: 'templateUse',
				options: uses,
				default: 'ATTENDANCE',
				description: 'Only templates that are meant for this',
			}),
			ApprovedOnly: boolean({
				displayName: 'Approved Only',
				name: 'approvedOnly',
				default: true,
				description: 'Whether to return only templates that can be sent',
			}),
			Archived: boolean({
				displayName: 'Archived',
				name: 'archived',
				default: false,
				description: 'Whether to return the archived templates in place of the current ones',
			}),
			dates: together(dateFilters, dateQueryOf),
		}),
		sort: sortBy<components['schemas']['Template']>('name'),
		options: optionsOf({
			IncludeDetails: includeDetailsOf(
				details,
				'What to include; Parameters gives the names of the parameters',
			),
		}),
	},
	list: ({ filters: { dates, ...filters }, options, sort: order }) =>
		get('/chat/v1/template', {
			query: { ...dates, ...sortQueryOf(order), ...filters, ...options },
		}),
});
