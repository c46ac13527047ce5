import { NodeOperationError } from 'n8n-workflow';
import { baseUrlOf } from '../../../nodes/WtsChat/transport/baseUrl';
import { NODE } from './support';

test.each([
	['https://api.helena.run', 'https://api.helena.run'],
	[' https://api.helena.run/ ', 'https://api.helena.run'],
	['https://api.helena.run///', 'https://api.helena.run'],
	['https://api.example.com:8443', 'https://api.example.com:8443'],
	['http://localhost:3000', 'http://localhost:3000'],
	['http://127.0.0.1:3000/', 'http://127.0.0.1:3000'],
	['http://[::1]:3000', 'http://[::1]:3000'],
	['http://LOCALHOST:3000', 'http://LOCALHOST:3000'],
])('"%s" is used', (typed, used) => {
	expect(baseUrlOf(typed, NODE)).toBe(used);
});

test.each([
	'http://api.helena.run',
	'http://localhost.example.com',
	'http://notlocalhost',
	'http://localhost@example.com',
	'http://127.0.0.1.example.com',
	'http://127.0.0.2',
	'ftp://localhost',
	'file:///etc/hosts',
	'api.helena.run',
	'https://',
	'https://api.helena.run/v1',
	'https://api.helena.run?x=1',
	'https://api.helena.run#x',
	'https://me:secret@api.helena.run',
	'http://localhost:3000/v1',
	'',
])('the key never travels to "%s"', (typed) => {
	expect(() => baseUrlOf(typed, NODE)).toThrow(NodeOperationError);
});

test('a refusal names the field, what it has to be, and what it is', () => {
	expect(() => baseUrlOf(' http://example.com/ ', NODE)).toThrow(
		expect.objectContaining({
			message: "The credential's Base URL cannot be used",
			description:
				'\'Base URL\' is https:// and the host, without a path, for example https://api.helena.run. Now it is "http://example.com".',
		}),
	);
});
