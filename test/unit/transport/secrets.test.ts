import fc from 'fast-check';
import { maskOf } from '../../../nodes/WtsChat/transport/secrets';
import { runs } from '../../support/runs';

const KEY = 'pn_Ab+c/1234567890=~ &"<';

const twice = (text: string) => encodeURIComponent(encodeURIComponent(text));
const escaped = (write: (code: number) => string) => (key: string) =>
	[...key].map((character) => write(character.charCodeAt(0))).join('');

test.each<[string, (key: string) => string]>([
	['as it is', (key) => key],
	['in capitals', (key) => key.toUpperCase()],
	['in small letters', (key) => key.toLowerCase()],
	['in an address', encodeURIComponent],
	['twice in an address', twice],
	['in an address, with all characters encoded', escaped((code) => `%${code.toString(16)}`)],
	['in a form', (key) => String(new URLSearchParams({ key })).slice(4)],
	['in JSON', (key) => JSON.stringify(key).slice(1, -1)],
	['in JSON that escapes slashes', (key) => key.replaceAll('/', '\\/')],
	['in JSON, with all characters escaped', escaped((c) => `\\u${c.toString(16).padStart(4, '0')}`)],
	['in a page', (key) => key.replace('&', '&amp;').replace('"', '&quot;').replace('<', '&lt;')],
	['in a page, by numbers', escaped((code) => `&#${code};`)],
	['in a page, by hexadecimal numbers', escaped((code) => `&#x${code.toString(16)};`)],
	['in hexadecimal digits', (key) => Buffer.from(key).toString('hex')],
	['in base64', (key) => Buffer.from(key).toString('base64')],
	['in base64 for addresses', (key) => Buffer.from(key).toString('base64url')],
	['in base64 behind Bearer', (key) => Buffer.from(`Bearer ${key}`).toString('base64')],
	['in base64 behind a user name', (key) => Buffer.from(`me:${key}`).toString('base64')],
	['in base64 before something', (key) => Buffer.from(`a${key}bc`).toString('base64')],
])('a key is masked that is written %s', (_, write) => {
	const masked = maskOf([KEY], '[API key]')(`before: ${write(KEY)} :behind`);
	expect(masked).toMatch(/^before: \S{0,12}\[API key\]\S{0,8} :behind$/);
});

test('every key is masked, however often and in whatever text it stands', () => {
	const key = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text.trim() === text);
	fc.assert(
		fc.property(key, fc.string(), fc.string(), (secret, before, behind) => {
			const masked = maskOf([secret], '▒')(before + secret + behind + secret);
			expect(masked.toLowerCase()).not.toContain(secret.toLowerCase());
		}),
		runs(100),
	);
});

test('several secrets are masked, the longest first', () => {
	const mask = maskOf(['abcdefgh', 'abcdefgh&x=1', 'abcd'], '[signature]');
	expect(mask('?sig=abcdefgh&x=1 abcdefgh')).toBe('?sig=[signature] [signature]');
});

test.each([[['']], [[]]])('no secret masks nothing: %j', (secrets) => {
	expect(maskOf(secrets, '[API key]')('Sem chave')).toBe('Sem chave');
});

test('a short key is masked as it is, and no text that only looks like its encoding', () => {
	expect(maskOf(['k1'], '▒')('k1 azE= 6b31')).toBe('▒ azE= 6b31');
});

test.each<[string, string, string]>([
	['letters of other languages', 'chaveção1', encodeURIComponent('chaveção1')],
	['a tab', 'chave\t123', encodeURIComponent('chave\t123')],
	['base64 with signs', 'pn_ab1>>>???', Buffer.from('pn_ab1>>>???').toString('base64url')],
	['eight hexadecimal digits', 'k123', Buffer.from('k123').toString('hex')],
])('a key is masked with %s', (_, secret, written) => {
	expect(maskOf([secret], '▒')(`before ${written} behind`)).toBe('before ▒ behind');
});
