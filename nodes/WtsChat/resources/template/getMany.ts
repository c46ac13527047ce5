import type { components } from '../../../../contract/types/chat';
import { channelId } from '../../fields/channel';
import type { ChoicesOf } from '../../fields/choices';
import { filtersOf, includeDetailsOf, optionsOf } from '../../fields/collections';
import type { ItemParameters } from '../../fields/itemParameters';
import {
	dateFilters,
	dateQueryFrom,
	listFields,
	sortField,
	sortQueryFrom,
} from '../../fields/list';
import { outputFields } from '../../fields/output';
import { get } from '../../transport/contract';
import type { ListOperation } from '../operation';

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
 * Source: GET /chat/v1/template
 *
 * No documented property of a template matches the details File and Interactive; they are offered
 * because the API takes them.
 */
export const getMany: ListOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many templates',
	description: 'Read the message templates of the account, or those that pass the filters',
	shortForm: [
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
	],
	fields: [
		...listFields,
		...outputFields,
		filtersOf([
			{
				displayName: 'Approved Only',
				name: 'approvedOnly',
				type: 'boolean',
				default: true,
				description: 'Whether to give only templates that can be sent',
			},
			{
				displayName: 'Archived',
				name: 'archived',
				type: 'boolean',
				default: false,
				description: 'Whether to give the archived templates instead of the current ones',
			},
			channelId,
			...dateFilters.slice(0, 2),
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. atualizacao_de_pedido',
				description: 'Only templates with this in their name',
			},
			{
				displayName: 'Text',
				name: 'text',
				type: 'string',
				default: '',
				placeholder: 'e.g. saiu para entrega',
				description: 'Only templates with this in their text',
			},
			...dateFilters.slice(2),
			{
				displayName: 'Use',
				name: 'templateUse',
				type: 'options',
				options: uses,
				default: 'ATTENDANCE',
				description: 'Only templates that are made for this',
			},
		]),
		optionsOf([
			includeDetailsOf(details, 'What to embed; ask for the parameters to learn their names'),
		]),
		sortField,
	],
	list: (parameters) =>
		get('/chat/v1/template', {
			query: {
				...filtersFrom(parameters.group('filters')),
				...sortQueryFrom(parameters),
				IncludeDetails: parameters.group('options').choices<TemplateDetail>('includeDetails'),
			},
		}),
};

function filtersFrom(filters: ItemParameters) {
	return {
		...dateQueryFrom(filters),
		ApprovedOnly: filters.boolean('approvedOnly'),
		Archived: filters.boolean('archived'),
		ChannelId: filters.id('channelId'),
		Name: filters.text('name'),
		SearchableText: filters.text('text'),
		Type: filters.choice<TemplateUse>('templateUse'),
	};
}
