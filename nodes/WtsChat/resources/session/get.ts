import { includeDetailsOf, optionsOf } from '../../fields/collections';
import { outputFields } from '../../fields/output';
import {
	sessionDetails,
	sessionId,
	sessionShortForm,
	type SessionDetail,
} from '../../fields/session';
import { get as read } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: GET /chat/v2/session/{id} */
export const get: RequestOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get a session',
	description: 'Read one session by its ID',
	shortForm: sessionShortForm,
	fields: [
		sessionId,
		...outputFields,
		optionsOf([
			includeDetailsOf(sessionDetails, 'Related records to embed; they come out with Simplify off'),
		]),
	],
	request: (parameters) =>
		read('/chat/v2/session/{id}', {
			path: { id: parameters.requiredId('sessionId') },
			query: {
				includeDetails: parameters.group('options').choices<SessionDetail>('includeDetails'),
			},
		}),
};
