import { dropdown, dropdowns } from './kinds/id';

export const channelId = dropdown('channels', {
	displayName: 'Channel Name or ID',
	name: 'channelId',
	description:
		'Channel (number or page of the account). Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
});

export const channelIds = dropdowns('channels', {
	displayName: 'Channel Names or IDs',
	name: 'channelIds',
	description:
		'Channels (numbers and pages of the account). Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
});
