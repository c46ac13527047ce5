import { webAddress, webAddresses } from '../../../nodes/WtsChat/fields/address';
import { timeZone } from '../../../nodes/WtsChat/fields/timeZone';
import { events, subscriptionUrl } from '../../../nodes/WtsChat/fields/webhook';
import { sourceOf } from '../../support/source';
import { blanks, look, read, refusal } from './support';

describe('an address of the web', () => {
	test.each(['https://a', 'http://a.example.com/b?c=d', 'HTTPS://A.EXAMPLE.COM', 'https://á'])(
		'is %j',
		(address) => {
			expect(read(webAddress(look), ` ${address} `)).toBe(address);
			expect(read(webAddresses(look), [address, 'https://b'])).toEqual([address, 'https://b']);
		},
	);

	test.each([
		'a.example.com',
		'https://',
		'http:/a',
		'httpss://a',
		'ftp://a',
		'see https://a',
		'xhttps://a',
		'https://a b',
		'https://a\nb',
	])('is not %j', (address) => {
		const refused = {
			message: "'Any Field' is not an address that starts with https://",
			remedy: `It is now "${address}".`,
		};
		expect(refusal(webAddress(look), address)).toMatchObject(refused);
		expect(refusal(webAddresses(look), ['https://b', address])).toMatchObject(refused);
	});

	test.each(blanks)('is none where it is %j', (blank) => {
		expect(read(webAddress(look), blank)).toBeUndefined();
		expect(read(webAddresses(look), blank)).toBeUndefined();
	});
});

describe('a webhook subscription', () => {
	test('hears the events that are chosen, also those that the contract does not know', () => {
		const chosen = ['MESSAGE_RECEIVED', 'SOMETHING_NEW'];
		expect(events.read(sourceOf({ events: chosen }))).toEqual(chosen);
	});

	test('calls an address of the web', () => {
		const source = sourceOf({ url: 'localhost' });
		expect(() => subscriptionUrl.read(source)).toThrow("'URL' is not an address");
	});
});

describe('a time zone', () => {
	test.each(['America/Sao_Paulo', 'UTC', ' Europe/Lisbon '])('goes by its name: %j', (name) => {
		expect(timeZone.read(sourceOf({ timeZone: name }))).toBe(name.trim());
	});

	test.each(['Brasília', '-03:00x', 'America'])('is not %j', (name) => {
		const named = timeZone.with({ name: 'field' });
		expect(refusal(named, name)).toMatchObject({
			message: "'Time Zone' is not a time zone; write it like America/Sao_Paulo",
			remedy: `Its value is now "${name}".`,
		});
	});
});
