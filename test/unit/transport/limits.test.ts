import { familyOf, LIMITS_IN_WORDS } from '../../../nodes/WtsChat/transport/limits';

test.each([
	'/chat/v1/session',
	'/chat/v2/session',
	'/chat/v1/send',
	'/chat/v1/sender/1',
	'/core/v1/contact/chat/v1/send/',
])('an account may ask 200 times in 5 seconds and 1,000 times in 5 minutes for %s', (path) => {
	expect(familyOf(path).limits).toEqual([
		{ requests: 200, ms: 5_000 },
		{ requests: 1_000, ms: 300_000 },
	]);
});

test.each(['/chat/v1/send/text', '/chat/v1/send/template'])(
	'an account may send 1,000 messages in 2 minutes by %s',
	(path) => {
		expect(familyOf(path).limits).toEqual([{ requests: 1_000, ms: 120_000 }]);
	},
);

test('messages and everything else are two families', () => {
	expect(familyOf('/chat/v1/send/text').name).not.toBe(familyOf('/chat/v1/session').name);
});

test('the words for people tell the same figures', () => {
	expect(LIMITS_IN_WORDS).toMatch(
		/200 requests in 5 seconds and 1,000 in 5 minutes, .* 1,000 messages in 2 minutes/,
	);
});
