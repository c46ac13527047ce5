import { dropdowns, locator } from './kinds/id';
import { listOrIds } from './kinds/listOrId';

export const channelId = locator({
	displayName: 'Channel',
	name: 'channelId',
	description: 'Channel (number or page of the account)',
	picker: 'channels',
});

export const channelIds = dropdowns('channels', {
	displayName: 'Channels',
	name: 'channelIds',
	description: listOrIds('Channels (numbers and pages of the account)'),
});
