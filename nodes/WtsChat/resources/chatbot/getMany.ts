import type { components } from '../../../../contract/types/chat';
import { channelIds } from '../../fields/channel';
import type { ChoicesOf } from '../../fields/choices';
import { filtersOf } from '../../fields/collections';
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

type ChatbotType = components['schemas']['ChatbotType'];
type PublishStatus = components['schemas']['ChatbotPublishStatusFilter'];
type AutomationUsage = components['schemas']['ChatbotAutomationUsage'];

const types: ChoicesOf<ChatbotType> = [
	{ name: 'Automation', value: 'Automation' },
	{ name: 'Reactive', value: 'Reactive' },
];

const publishStatuses: ChoicesOf<PublishStatus> = [
	{ name: 'Failed', value: 'Failed' },
	{ name: 'Not Published', value: 'Not_Published' },
	{ name: 'Publishing', value: 'Publishing' },
	{ name: 'Ready', value: 'Ready' },
];

const automationUsages: ChoicesOf<AutomationUsage> = [
	{ name: 'API', value: 'Api' },
	{ name: 'Campaign', value: 'Campaign' },
	{ name: 'Manual', value: 'Manual' },
	{ name: 'Sequence', value: 'Sequence' },
];

/** Source: GET /chat/v1/chatbot */
export const getMany: ListOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many chatbots',
	description: 'Read the chatbots of the account with the keys to send them by',
	shortForm: [
		'id',
		'key',
		'name',
		'type',
		'archived',
		'publishStatus',
		'channelIds',
		'defaultDepartmentId',
		'automationUsage',
		'createdAt',
	],
	fields: [
		...listFields,
		...outputFields,
		filtersOf([
			{
				displayName: 'Automation Usages',
				name: 'automationUsages',
				type: 'multiOptions',
				options: automationUsages,
				default: [],
				description: 'Only automations that can be used for one of these',
			},
			channelIds,
			...dateFilters.slice(0, 2),
			{
				displayName: 'Default Department Names or IDs',
				name: 'departmentIds',
				type: 'multiOptions',
				typeOptions: { loadOptionsMethod: 'getDepartments' },
				default: [],
				description:
					'Only chatbots with one of these default departments. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. Triagem',
				description: 'Only chatbots whose name matches this text',
			},
			{
				displayName: 'Publish Statuses',
				name: 'publishStatuses',
				type: 'multiOptions',
				options: publishStatuses,
				default: [],
				description: 'Only chatbots in one of these states of publication',
			},
			{
				displayName: 'Types',
				name: 'chatbotTypes',
				type: 'multiOptions',
				options: types,
				default: [],
				description: 'Only chatbots that react to messages, or only automations',
			},
			...dateFilters.slice(2),
		]),
		sortField,
	],
	list(parameters) {
		const filters = parameters.group('filters');
		return get('/chat/v1/chatbot', {
			query: {
				...dateQueryFrom(filters),
				...sortQueryFrom(parameters),
				AutomationUsages: filters.choices<AutomationUsage>('automationUsages'),
				ChannelIds: filters.ids('channelIds'),
				DefaultDepartmentIds: filters.ids('departmentIds'),
				Name: filters.text('name'),
				PublishStatuses: filters.choices<PublishStatus>('publishStatuses'),
				Types: filters.choices<ChatbotType>('chatbotTypes'),
			},
		});
	},
};
