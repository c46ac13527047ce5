import { filtersOf } from '../../../nodes/WtsChat/fields/kinds/collection';
import {
	detailsFor,
	sessionOptions,
	subjectSessionId,
	type SessionDetail,
} from '../../../nodes/WtsChat/fields/session';
import { sessionFilters, sessionQueryOf } from '../../../nodes/WtsChat/fields/sessionFilters';
import { noteId } from '../../../nodes/WtsChat/fields/sessionNote';
import { sourceOf } from '../../support/source';
import { ID, OTHER, refusalOf } from './support';

test('a session that is not told is asked for, with where items have it', () => {
	expect(refusalOf(() => subjectSessionId.read(sourceOf({ sessionId: '' }))).remedy).toContain(
		"Messages, events and what 'Session' gives out have it as sessionId",
	);
	expect(subjectSessionId.read(sourceOf({ sessionId: ID }))).toBe(ID);
	expect(noteId.read(sourceOf({ noteId: ID }))).toBe(ID);
});

describe('the details of a session', () => {
	const named: SessionDetail[] = ['AgentDetails', 'ContactDetails', 'DepartmentsDetails'];

	test('are those that the short form names', () => {
		expect(detailsFor(['status'])).toEqual(named);
	});

	test('are also those that are chosen, each once', () => {
		expect(detailsFor(['status'], ['ChannelDetails', 'AgentDetails'])).toEqual([
			'ChannelDetails',
			...named,
		]);
	});

	test('are only those that are chosen where the whole record comes out', () => {
		expect(detailsFor(undefined, ['ChannelDetails'])).toEqual(['ChannelDetails']);
		expect(detailsFor(undefined, [])).toBeUndefined();
		expect(detailsFor(undefined)).toBeUndefined();
	});
});

test('options that nobody has chosen are not sent', () => {
	const read = (options: object) => sessionOptions.read(sourceOf({ options }));
	expect(read({ stopBotInExecution: false })).toEqual({ stopBotInExecution: false });
	expect(read({ stopBotInExecution: true })).toEqual({ stopBotInExecution: true });
	expect(read({})).toBeUndefined();
});

test('each filter of sessions goes out by its own name', () => {
	const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}`;
	const at = (n: number) => `${day(n)}T03:00:00.000Z`;
	const queryOf = (filters: object) =>
		sessionQueryOf(filtersOf(sessionFilters).read(sourceOf({ filters })));
	const others = {
		statuses: ['PENDING', 'STARTED'],
		departmentId: ID,
		userId: OTHER,
		channelIds: [OTHER, ID],
		sessionType: 'GROUP',
		metadata: { pairs: [{ key: 'pedido', value: 9876 }] },
		createdAfter: day(1),
		createdBefore: day(2),
		updatedAfter: day(3),
		updatedBefore: day(4),
		lastInteractionAfter: day(5),
		lastInteractionBefore: day(6),
		activeAfter: day(7),
		activeBefore: day(8),
		endedAfter: day(9),
		endedBefore: day(10),
	};
	const sent = {
		'ActiveAt.After': at(7),
		'ActiveAt.Before': at(8),
		'CreatedAt.After': at(1),
		'CreatedAt.Before': at(2),
		'EndAt.After': at(9),
		'EndAt.Before': at(10),
		'LastInteractionAt.After': at(5),
		'LastInteractionAt.Before': at(6),
		'UpdatedAt.After': at(3),
		'UpdatedAt.Before': at(4),
		ChannelsId: [OTHER, ID],
		DepartmentId: ID,
		Metadata: { pedido: '9876' },
		Status: ['PENDING', 'STARTED'],
		Type: 'GROUP',
		UserId: OTHER,
	};
	expect(queryOf({ ...others, tagIds: [ID] })).toEqual({ ...sent, TagsId: [ID] });
	expect(queryOf({ ...others, tagIds: 'VIP' })).toEqual({ ...sent, TagsName: ['VIP'] });
	expect(Object.values(queryOf({})).every((value) => value === undefined)).toBe(true);
});
