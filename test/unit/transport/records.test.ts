import { isRecord } from '../../../nodes/WtsChat/transport/records';

test.each([
	['an object', {}, true],
	['an object without a prototype', Object.create(null), true],
	['null', null, false],
	['a list', [], false],
	['a text', 'x', false],
	['nothing', undefined, false],
	['a function', () => undefined, false],
])('%s: a record is %s', (_, value, expected) => {
	expect(isRecord(value)).toBe(expected);
});
