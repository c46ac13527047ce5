import { operation } from '../operation';

export const channelOperations = [
	operation('listChannels', ({ query }, account) => {
		const platform = query.ChannelType?.toLowerCase() ?? 'all';
		return account.channels.filter(
			({ identity }) => platform === 'all' || identity?.platform?.toLowerCase() === platform,
		);
	}),
];
