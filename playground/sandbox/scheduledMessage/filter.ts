import { agentIn, channelById, contactById, departmentIn, type Account } from '../account';
import { inDates, within } from '../moments';
import type { RequestOf } from '../operation';
import type { ScheduledMessageRecord } from './records';

type Query = RequestOf<'listScheduledMessages'>['query'];

const PHONE = /^\+?[\d|]+$/;
const digitsOf = (text: string) => text.replace(/\D/g, '');

/** Whether one of a record's names is the one that is asked for; phone numbers are told by their digits. */
function isNamed(wanted: string | undefined, ...names: Array<string | null>): boolean {
	if (wanted === undefined) return true;
	const isPhone = PHONE.test(wanted);
	return names.some(
		(name) =>
			name === wanted ||
			(isPhone && name !== null && PHONE.test(name) && digitsOf(name) === digitsOf(wanted)),
	);
}

function departmentNames(account: Account, id: string | null): string[] {
	const department = departmentIn(account, id);
	return department ? [department.id, String(department.name)] : [];
}

/** Whether the message passes every filter of the query. */
export function passes(message: ScheduledMessageRecord, query: Query, account: Account): boolean {
	const { channelId, contactId, userId, departmentId } = message;
	const scheduled = { after: query['ScheduledAt.After'], before: query['ScheduledAt.Before'] };
	return (
		(query.Status === undefined || message.status === query.Status) &&
		(query.Type === undefined || message.type === query.Type) &&
		isNamed(query.From, channelId, channelById(account, channelId).number) &&
		isNamed(query.To, contactId, contactById(account, contactId).phoneNumber) &&
		isNamed(query.User, userId, agentIn(account, userId)?.name ?? null) &&
		isNamed(query.Department, ...departmentNames(account, departmentId)) &&
		within(message.scheduling, scheduled) &&
		inDates(message, query)
	);
}
