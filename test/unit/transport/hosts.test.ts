import fc from 'fast-check';
import { isPrivateHost } from '../../../nodes/WtsChat/transport/hosts';
import { runs } from '../../support/runs';

const isPrivate = (host: string) => isPrivateHost(new URL(`http://${host}/`).hostname);

test.each([
	'localhost',
	'LOCALHOST',
	'localhost.',
	'n8n.localhost',
	'redis',
	'metadata.google.internal',
	'impressora.local',
	'impressora.local.',
	'redis2',
	'3cx',
	'router.home.arpa',
	'127.0.0.1',
	'127.255.255.255',
	'127.1',
	'2130706433',
	'0x7f000001',
	'0x7f.0.0.1',
	'017700000001',
	'0177.0.0.1',
	'127.0.0.1.',
	'0.0.0.0',
	'10.0.0.0',
	'10.255.255.255',
	'100.64.0.1',
	'100.127.255.255',
	'169.254.169.254',
	'172.16.0.0',
	'172.31.255.255',
	'192.168.0.1',
	'192.168.255.255',
	'１２７.0.0.1',
	'[::1]',
	'[::]',
	'[0:0:0:0:0:0:0:1]',
	'[fc00::1]',
	'[fdff:ffff::1]',
	'[fe80::1]',
	'[febf::1]',
	'[::ffff:127.0.0.1]',
	'[::ffff:a00:1]',
	'[::ffff:192.168.0.1]',
	'[64:ff9b::10.0.0.1]',
])('%s is this machine or a private network', (host) => {
	expect(isPrivate(host)).toBe(true);
});

test.each([
	'api.helena.run',
	'cdn.example.com',
	'localhost.example.com',
	'local.com',
	'internal.com',
	'mylocalhost.com',
	'127.0.0.1.example.com',
	'8.8.8.8',
	'1.0.0.0',
	'9.255.255.255',
	'11.0.0.0',
	'100.63.255.255',
	'100.128.0.0',
	'126.255.255.255',
	'128.0.0.1',
	'169.253.255.255',
	'169.255.0.0',
	'172.15.255.255',
	'172.32.0.0',
	'192.167.255.255',
	'192.169.0.0',
	'[2001:4860:4860::8888]',
	'[fbff::1]',
	'[fe00::1]',
	'[::ffff:8.8.8.8]',
	'[64:ff9b::8.8.8.8]',
	'[1::7f00:1]',
])('%s is out on the internet', (host) => {
	expect(isPrivate(host)).toBe(false);
});

test('an address is private in every spelling or in none', () => {
	fc.assert(
		fc.property(fc.nat({ max: 0xffffffff }), (number) => {
			const parts = [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256);
			const dotted = parts.join('.');
			const spellings = [
				String(number),
				`0x${number.toString(16)}`,
				parts.map((part) => `0${part.toString(8)}`).join('.'),
				`[::ffff:${dotted}]`,
			];
			expect(spellings.map(isPrivate)).toEqual(spellings.map(() => isPrivate(dotted)));
		}),
		runs(200),
	);
});
