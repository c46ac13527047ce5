import { includeDetailsOf, optionsOf } from '../../fields/kinds/collection';
import { simplified } from '../../fields/output';
import {
	detailsFor,
	sessionDetails,
	sessionShortForm,
	subjectSessionId,
} from '../../fields/session';
import { requestOperation } from '../../operations/operation';
import { get as read } from '../../transport/contract';

export const get = requestOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a session',
	description: 'Read one session',
	record: 'Session',
	fields: {
		id: subjectSessionId,
		output: simplified(sessionShortForm),
		options: optionsOf({
			includeDetails: includeDetailsOf(
				sessionDetails,
				'Related records to embed; they come out whole with Simplify off',
			),
		}),
	},
	request: ({ id, output, options }) =>
		read('/chat/v2/session/{id}', {
			path: { id },
			query: { includeDetails: detailsFor(output, options.includeDetails) },
		}),
});
