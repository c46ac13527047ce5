import { closedWindow } from '../../../nodes/WtsChat/fields/closedWindow';
import { conditions } from '../../../nodes/WtsChat/fields/conditions';
import { sourceOf } from '../../support/source';
import { blanks, ID, OTHER, refusalOf } from './support';

const heard = { id: OTHER, sessionId: ID, at: 5 };

describe('an answer that has taken its time', () => {
	const read = (values: object, newest?: typeof heard) =>
		conditions.read(sourceOf({ ...values }, { heard: () => newest }));
	const none = { unlessNewer: false, unlessAnswered: false };

	test.each([{}, { skipIfNewer: false, skipIfAnswered: false }, { answeredMessageId: ID }])(
		'is sent on no conditions where none is chosen: %j',
		(values) => {
			expect(read(values, heard)).toBeUndefined();
			expect(read(values)).toBeUndefined();
		},
	);

	test.each([
		[{ skipIfNewer: true }, { ...none, unlessNewer: true }],
		[{ skipIfAnswered: true }, { ...none, unlessAnswered: true }],
		[
			{ skipIfNewer: true, skipIfAnswered: true },
			{ unlessNewer: true, unlessAnswered: true },
		],
	])(
		'%j: it looks at the newest message that came in, or at the one that is told',
		(values, on) => {
			expect(read(values, heard)).toEqual({ ...on, message: heard });
			expect(read({ ...values, answeredMessageId: ID }, heard)).toEqual({
				...on,
				message: { id: ID },
			});
		},
	);

	test.each([
		[{ skipIfNewer: true }, 'Skip If a Newer Message Came'],
		[{ skipIfNewer: true, skipIfAnswered: true }, 'Skip If a Newer Message Came'],
		[{ skipIfAnswered: true }, 'Skip If a Person Answered'],
	])('%j: it is not sent where nobody knows what is answered', (values, label) => {
		expect(refusalOf(() => read(values))).toMatchObject({
			message: `'${label}' does not know which message is answered`,
			remedy:
				"Nothing was sent. Fill in 'Answered Message ID', for example with the ID of the message that WTS Chat Trigger gave out.",
		});
	});
});

describe('where only a template arrives', () => {
	const read = (values: object) => closedWindow.read(sourceOf({ ...values }));

	test.each(['queue', ...blanks])('the message is sent without a look (%j)', (ifWindowClosed) => {
		expect(read({ ifWindowClosed, templateId: ID })).toBeUndefined();
	});

	test('nothing is sent', () => {
		expect(read({ ifWindowClosed: 'fail', templateId: ID })).toEqual({});
	});

	test('the template is sent', () => {
		expect(read({ ifWindowClosed: 'template', templateId: ID })).toEqual({
			template: { templateId: ID },
		});
		expect(refusalOf(() => read({ ifWindowClosed: 'template' })).message).toBe(
			"'Template' is empty",
		);
	});
});
