import { scheduledMessageById } from '../account';
import { operation } from '../operation';
import { paged, showing } from '../paging';
import { cancel, createdMessage, write } from '../scheduledMessage/changes';
import { passes } from '../scheduledMessage/filter';
import { savedScheduledMessage, scheduledMessageView } from '../scheduledMessage/view';

export const scheduledMessageOperations = [
	operation('listScheduledMessages', ({ query }, account) => {
		const messages = account.scheduledMessages.filter((message) => passes(message, query, account));
		return showing(paged(messages, query), (message) =>
			scheduledMessageView(account, message, query.IncludeDetails),
		);
	}),

	operation('getScheduledMessage', ({ path, query }, account) =>
		scheduledMessageView(account, scheduledMessageById(account, path.id), query.includeDetails),
	),

	operation('createScheduledMessage', ({ body }, account) => {
		const message = createdMessage(body, account);
		account.scheduledMessages.push(message);
		return savedScheduledMessage(account, message);
	}),

	operation('updateScheduledMessage', ({ path, body }, account) => {
		const message = scheduledMessageById(account, path.id);
		write(message, body, account);
		return savedScheduledMessage(account, message);
	}),

	operation('cancelScheduledMessage', ({ path }, account) => {
		cancel(scheduledMessageById(account, path.id));
	}),

	// How the others are reported is not documented: here they come as they are, and unknown IDs not at all.
	operation('cancelScheduledMessagesBatch', ({ body }, account) => {
		const messages = account.scheduledMessages.filter(({ id }) => body.includes(id));
		for (const message of messages) {
			if (message.status === 'SCHEDULED') cancel(message);
		}
		return messages.map((message) => scheduledMessageView(account, message));
	}),
];
