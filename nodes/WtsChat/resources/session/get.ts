import { includeDetailsOf, optionsOf } from '../../fields/kinds/collection';
import { simplified } from '../../fields/output';
import { sessionDetails, sessionShortForm, subjectSessionId } from '../../fields/session';
import { requestOperation } from '../../operations/operation';
import { get as read } from '../../transport/contract';

export const get = requestOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a session',
	description: 'Read one session by its ID',
	fields: {
		id: subjectSessionId,
		output: simplified(sessionShortForm),
		options: optionsOf({
			includeDetails: includeDetailsOf(
				sessionDetails,
				'Related records to embed; they come out with Simplify off',
			),
		}),
	},
	request: ({ id, options: { includeDetails } }) =>
		read('/chat/v2/session/{id}', { path: { id }, query: { includeDetails } }),
});
