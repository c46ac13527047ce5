import { requestOperation } from '../../operations/operation';
import { get as read } from '../../transport/contract';

export const get = requestOperation({
	name: 'Get',
	value: 'get',
	action: 'Get the office hours',
	description: "Read the account's opening hours by weekday, in its own time zone",
	record: 'OfficeHours',
	fields: {},
	request: () => read('/core/v1/company/officehours', {}),
});
