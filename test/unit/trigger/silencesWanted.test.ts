import type { SilenceEvent } from '../../../nodes/WtsChat/events/names';
import { silencesWantedBy } from '../../../nodes/WtsChat/trigger/silencesWanted';
import { ID, OTHER } from '../fields/support';
import { chosen, event, type Form } from './chosen';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const SINCE = { CONTACT_SILENT: 1, CONTACT_UNANSWERED: 2, WINDOW_CLOSING: 3 };

const wantedBy = (form: Form) =>
	silencesWantedBy(chosen(form), (name: SilenceEvent) => SINCE[name]);

test('whoever chooses no silence looks for none', () => {
	expect(wantedBy({ events: ['MESSAGE_RECEIVED', 'SESSION_NEW'], minutes: 5 })).toBeUndefined();
});

test('a new trigger looks for what has lasted half an hour, and for what was due in the last day', () => {
	expect(wantedBy({ events: ['CONTACT_SILENT'] })).toMatchObject({
		since: { CONTACT_SILENT: 1 },
		ms: 30 * MINUTE_MS,
		officeHoursOnly: false,
		mostMs: 24 * HOUR_MS,
		mostEvents: 500,
	});
});

test.each<[Form, object]>([
	[{ minutes: 5 }, { ms: 5 * MINUTE_MS }],
	[{ minutes: 0.5 }, { ms: MINUTE_MS / 2 }],
	[{ officeHoursOnly: true }, { officeHoursOnly: true }],
	[{ options: { catchUpHours: 2 } }, { mostMs: 2 * HOUR_MS }],
	[{ options: { catchUp: true } }, { mostMs: 24 * HOUR_MS }],
	[{ options: { catchUp: false, catchUpHours: 2 } }, { mostMs: undefined }],
	[{ options: { catchUpEvents: 7 } }, { mostEvents: 7 }],
])('%j asks for %j', (form, expected) => {
	expect(wantedBy({ events: ['WINDOW_CLOSING'], ...form })).toMatchObject(expected);
});

test('each kind of silence that is chosen has its own beginning, other events have none', () => {
	const events = ['SESSION_NEW', 'WINDOW_CLOSING', 'CONTACT_UNANSWERED'];
	expect(wantedBy({ events })?.since).toEqual({ WINDOW_CLOSING: 3, CONTACT_UNANSWERED: 2 });
});

test('only conversations count that pass every filter', () => {
	const filters = { channelIds: [ID], departmentIds: [ID] };
	const wanted = wantedBy({ events: ['CONTACT_SILENT'], filters });
	const isPassing = (content: Parameters<typeof event>[1]) =>
		wanted?.passes(event('CONTACT_SILENT', content));
	expect(isPassing({ channelId: ID, departmentId: ID })).toBe(true);
	expect(isPassing({ channelId: ID, departmentId: OTHER })).toBe(false);
	expect(isPassing({ channelId: OTHER, departmentId: ID })).toBe(false);
});
