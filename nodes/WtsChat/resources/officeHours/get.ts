import { get as read } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: GET /core/v1/company/officehours */
export const get: RequestOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get the office hours',
	description: "Read the account's opening hours by weekday, in its own time zone",
	fields: [],
	request: () => read('/core/v1/company/officehours', {}),
};
