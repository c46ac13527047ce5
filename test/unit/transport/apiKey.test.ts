import { bareKey } from '../../../nodes/WtsChat/transport/apiKey';

test.each([
	['as it is', 'pn_123'],
	['with blanks around it', ' pn_123\n'],
	['with the Bearer of a code example', 'Bearer pn_123'],
	['with both', '  bearer \t pn_123 '],
])('a key pasted %s is the same key', (_, typed) => {
	expect(bareKey(typed)).toBe('pn_123');
});

test.each(['pn_bearer 1', 'bearer_1', 'a bearer b'])('the key "%s" is left as it is', (key) => {
	expect(bareKey(key)).toBe(key);
});
