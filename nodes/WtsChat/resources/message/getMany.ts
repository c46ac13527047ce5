import { NEWEST_FIRST, readNewest } from '../../conversation/read';
import { choice } from '../../fields/kinds/choice';
import { filtersOf, optionsOf } from '../../fields/kinds/collection';
import { boolean } from '../../fields/kinds/plain';
import { dateFilters, dateQueryOf, limitOf } from '../../fields/list';
import { messageShortForm } from '../../fields/message';
import { simplified } from '../../fields/output';
import { subjectSessionId } from '../../fields/session';
import { jobOperation } from '../../operations/operation';
import { get } from '../../transport/contract';
import { contactOf } from './contact';

/**
 * The contract has two routes to the same messages; the second is there for keys and accounts that may not use the first.
 */
export const getMany = jobOperation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many messages',
	description: 'Read the last messages of a session, the oldest of them first',
	record: 'Message',
	fields: {
		id: subjectSessionId,
		limit: limitOf({
			displayName: 'Last Messages',
			name: 'lastMessages',
			description: 'How many of the newest messages to return; the oldest of them comes first',
		}),
		output: simplified(messageShortForm),
		filters: filtersOf(dateFilters),
		options: optionsOf({
			includeNotes: boolean({
				displayName: 'Include Internal Notes',
				name: 'includeNotes',
				default: true,
				description:
					'Whether to return the notes of the team as well, which the contact does not see',
			}),
			readThrough: choice({
				displayName: 'Read Through',
				name: 'readThrough',
				options: [
					{ name: 'Messages', value: 'message' },
					{ name: 'Session', value: 'session' },
				],
				default: 'message',
				description:
					'Which part of the API to ask; both give the same messages, so change it only when one is refused',
			}),
		}),
	},
	prepare({ id, limit, output, filters, options: { includeNotes, readThrough } }) {
		const query = { ...dateQueryOf(filters), ...NEWEST_FIRST };
		const request =
			readThrough === 'session'
				? get('/chat/v1/session/{id}/message', { path: { id }, query })
				: get('/chat/v1/message', { query: { SessionId: id, ...query } });
		const keep = ({ type }: { type?: unknown }) => includeNotes === true || type !== 'NOTE';
		return async (api) => {
			const { messages } = await readNewest(api, request, limit, keep);
			const contact = messages.length > 0 ? await contactOf(api, id, output) : {};
			return messages.slice(-limit).map((message) => ({ ...message, ...contact }));
		};
	},
});
