import type { components } from '../../../../contract/types/chat';
import type { ChoicesOf } from '../../fields/choices';
import { filtersOf } from '../../fields/collections';
import { listFields } from '../../fields/list';
import { get } from '../../transport/contract';
import type { ListOperation } from '../operation';

type Platform = components['schemas']['ChannelTypeFilter'];

const platforms: ChoicesOf<Platform> = [
	{ name: 'All', value: 'All' },
	{ name: 'Instagram', value: 'Instagram' },
	{ name: 'Messenger', value: 'Messenger' },
	{ name: 'Web Chat', value: 'WebChat' },
	{ name: 'WhatsApp', value: 'Whatsapp' },
];

/** Source: GET /chat/v1/channel */
export const getMany: ListOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many channels',
	description: 'Read the numbers and pages through which the account talks to its contacts',
	paging: 'none',
	fields: [
		...listFields,
		filtersOf([
			{
				displayName: 'Platform',
				name: 'platform',
				type: 'options',
				options: platforms,
				default: 'All',
				description: 'Only channels of this platform',
			},
		]),
	],
	list: (parameters) =>
		get('/chat/v1/channel', {
			query: { ChannelType: parameters.group('filters').choice<Platform>('platform') },
		}),
};
