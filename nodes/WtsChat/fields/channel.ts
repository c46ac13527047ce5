import { dropdown, dropdowns } from './kinds/id';
import { listOrId, listOrIds } from './kinds/listOrId';

export const channelId = dropdown('channels', {
	displayName: 'Channel Name or ID',
	name: 'channelId',
	description: listOrId('Channel (number or page of the account)'),
});

export const channelIds = dropdowns('channels', {
	displayName: 'Channel Names or IDs',
	name: 'channelIds',
	description: listOrIds('Channels (numbers and pages of the account)'),
});
