import type { components } from '../../../../contract/types/chat';
import { channelIds } from '../../fields/channel';
import type { ChoicesOf } from '../../fields/choices';
import { choices } from '../../fields/kinds/choice';
import { filtersOf } from '../../fields/kinds/collection';
import { dropdowns } from '../../fields/kinds/id';
import { listOrIds } from '../../fields/kinds/listOrId';
import { text } from '../../fields/kinds/text';
import { together } from '../../fields/kinds/together';
import { dateFilters, dateQueryOf, limit, sortBy, sortQueryOf } from '../../fields/list';
import { simplified } from '../../fields/output';
import { listOperation } from '../../operations/operation';
import { get } from '../../transport/contract';

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

export const getMany = listOperation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many chatbots',
	description: 'Read the chatbots of the account, with the keys that sending them takes',
	record: 'Chatbot',
	fields: {
		limit,
		output: simplified([
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
		]),
		filters: filtersOf({
			Name: text({
				displayName: 'Name',
				name: 'name',
				placeholder: 'e.g. Triagem',
				description: 'Only chatbots whose name matches this text',
			}),
			Types: choices({
				displayName: 'Types',
				name: 'chatbotTypes',
				options: types,
				description: 'Only chatbots that react to messages, or only automations',
			}),
			PublishStatuses: choices({
				displayName: 'Publish Statuses',
				name: 'publishStatuses',
				options: publishStatuses,
				description: 'Only chatbots with one of these publish statuses',
			}),
			AutomationUsages: choices({
				displayName: 'Automation Usages',
				name: 'automationUsages',
				options: automationUsages,
				description: 'Only automations that can be used for one of these',
			}),
			ChannelIds: channelIds,
			DefaultDepartmentIds: dropdowns('departments', {
				displayName: 'Default Departments',
				name: 'departmentIds',
				description: listOrIds('Only chatbots with one of these default departments'),
			}),
			dates: together(dateFilters, dateQueryOf),
		}),
		sort: sortBy<components['schemas']['Chatbot']>('name'),
	},
	list: ({ filters: { dates, ...filters }, sort: order }) =>
		get('/chat/v1/chatbot', { query: { ...dates, ...sortQueryOf(order), ...filters } }),
});
