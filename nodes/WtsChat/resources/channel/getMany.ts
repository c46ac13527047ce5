import type { components } from '../../../../contract/types/chat';
import type { ChoicesOf } from '../../fields/choices';
import { choice } from '../../fields/kinds/choice';
import { filtersOf } from '../../fields/kinds/collection';
import { limit } from '../../fields/list';
import { listOperation } from '../../operations/operation';
import { get } from '../../transport/contract';

type Platform = components['schemas']['ChannelTypeFilter'];

const platforms: ChoicesOf<Platform> = [
	{ name: 'All', value: 'All' },
	{ name: 'Instagram', value: 'Instagram' },
	{ name: 'Messenger', value: 'Messenger' },
	{ name: 'Web Chat', value: 'WebChat' },
	{ name: 'WhatsApp', value: 'Whatsapp' },
];

export const getMany = listOperation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many channels',
	description: 'Read the channels of the account: its WhatsApp numbers, its pages and its web chat',
	record: 'Channel',
	paging: 'none',
	fields: {
		limit,
		filters: filtersOf({
			platform: choice({
				displayName: 'Platform',
				name: 'platform',
				options: platforms,
				default: 'All',
				description: 'Only channels of this platform',
			}),
		}),
	},
	list: ({ filters: { platform: ChannelType } }) =>
		get('/chat/v1/channel', { query: { ChannelType } }),
});
