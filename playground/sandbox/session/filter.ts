import { contactById, tagNames, type Account, type SessionRecord } from '../account';
import { inDates, within } from '../moments';
import type { RequestOf } from '../operation';

type SessionQuery = RequestOf<'listSessions'>['query'];

function equals(wanted: string | undefined, value: string | null): boolean {
	return wanted === undefined || wanted === value;
}

function overlaps(wanted: string[] | undefined, values: Array<string | null>): boolean {
	return wanted === undefined || values.some((value) => value !== null && wanted.includes(value));
}

function hasTags(session: SessionRecord, query: SessionQuery, account: Account): boolean {
	if (!query.TagsId && !query.TagsName) return true;
	const tagIds = session.contactId ? contactById(account, session.contactId).tagIds : [];
	return overlaps(query.TagsId, tagIds) && overlaps(query.TagsName, tagNames(account, tagIds));
}

function hasMetadata(session: SessionRecord, wanted: SessionQuery['Metadata'] = {}): boolean {
	return Object.entries(wanted).every(([key, value]) => {
		const kept = session.metadata?.[key];
		return kept !== undefined && String(kept) === value;
	});
}

// What counts as active is not documented: here, open at some moment between the bounds.
function wasActive(session: SessionRecord, query: SessionQuery): boolean {
	const openedInTime = within(session.startAt, { before: query['ActiveAt.Before'] });
	const stillOpen = session.endAt === null;
	return openedInTime && (stillOpen || within(session.endAt, { after: query['ActiveAt.After'] }));
}

function inTimes(session: SessionRecord, query: SessionQuery): boolean {
	const ended = { after: query['EndAt.After'], before: query['EndAt.Before'] };
	const interacted = {
		after: query['LastInteractionAt.After'],
		before: query['LastInteractionAt.Before'],
	};
	return (
		inDates(session, query) &&
		within(session.endAt, ended) &&
		within(session.lastInteractionDate, interacted) &&
		wasActive(session, query)
	);
}

/** Whether the session passes every filter of the query. */
export function passes(session: SessionRecord, query: SessionQuery, account: Account): boolean {
	return (
		overlaps(query.Status, [session.status]) &&
		equals(query.DepartmentId, session.departmentId) &&
		equals(query.UserId, session.userId) &&
		equals(query.ContactId, session.contactId) &&
		equals(query.Type, session.type) &&
		overlaps(query.ChannelsId, [session.channelId]) &&
		hasTags(session, query, account) &&
		hasMetadata(session, query.Metadata) &&
		inTimes(session, query)
	);
}
