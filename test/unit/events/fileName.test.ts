import fc from 'fast-check';
import { nameIn, tidyName } from '../../../nodes/WtsChat/events/fileName';
import { runs } from '../../support/runs';

test.each([
	['proposta 118.pdf', 'proposta 118.pdf'],
	['../../etc/passwd', 'passwd'],
	['C:\\Users\\Ana\\nota.pdf', 'nota.pdf'],
	['nota\u0000\n.pdf', 'nota.pdf'],
	['gpj.\u202efdp.exe', 'gpj.fdp.exe'],
	['  orçamento.pdf ', 'orçamento.pdf'],
	['.env', '.env'],
	[`${'a'.repeat(300)}.pdf`, `${'a'.repeat(196)}.pdf`],
	['', undefined],
	['..', undefined],
	['pasta/', undefined],
	[null, undefined],
	[7, undefined],
])('the name %j becomes %j', (given, name) => {
	expect(tidyName(given)).toBe(name);
});

test.each([
	['https://cdn.example.com/a/nota%20fiscal.pdf?assinatura=x', 'nota fiscal.pdf'],
	['https://cdn.example.com/a/100%ZZ.pdf', '100%ZZ.pdf'],
	['https://cdn.example.com/a/or%C3%A7amento%E7.pdf', 'orçamento%E7.pdf'],
	['https://cdn.example.com/a/..%2F..%2Fsegredo.pdf', 'segredo.pdf'],
	['https://cdn.example.com/a/%0A%00.pdf', '.pdf'],
	['https://cdn.example.com/a/', 'file'],
	['https://cdn.example.com', 'file'],
])('the address %s names the file %j', (address, name) => {
	expect(nameIn(address)).toBe(name);
});

test('every address names a file that stays in its folder', () => {
	fc.assert(
		fc.property(fc.webUrl({ withQueryParameters: true }), fc.string(), (address, more) => {
			const name = nameIn(`${address}/${more.replace(/[?#]/g, '')}`);
			expect(name).not.toMatch(/[\\/\p{Cc}]/u);
			expect(name).not.toMatch(/^\.*$/);
		}),
		runs(500),
	);
});
