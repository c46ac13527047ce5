import type { IDataObject } from 'n8n-workflow';
import { remember } from '../../../nodes/WtsChat/trigger/memory';
import { carriesSecret, isOurs, secretOf, withSecret } from '../../../nodes/WtsChat/trigger/secret';
import { Account, ADDRESS, n8nFor, type Setting } from './n8n';

const account = new Account();
const SAME = { workflowId: 'same' };

const secretIn = async (setting: Setting = {}) =>
	await secretOf(n8nFor(account, { ...SAME, ...setting }).hook);

test('before anything is remembered, every process works out the same secret, which nobody can guess', async () => {
	const secret = await secretIn();
	expect(secret).toMatch(/^[\w-]{32}$/);
	expect(await secretIn()).toBe(secret);
});

test.each([
	[false, 'VX9npsbTfF0p2Pzz21Vunu-CAV72V15r'],
	[true, 'yJ1oBpuDyV3SeTnssIk6B9XCCMFMZs_2'],
])('it is the same in every version of the node; in the editor: %s', async (isTest, secret) => {
	expect(await secretIn({ apiKey: 'pn_key', isTest })).toBe(secret);
});

test.each<[string, Setting]>([
	['another workflow', { workflowId: 'other' }],
	['another n8n', { instanceId: 'another n8n' }],
	['another API key', { apiKey: 'other' }],
	['whoever listens in the editor', { isTest: true }],
])('%s has a secret of its own', async (_name, setting) => {
	const secrets = [await secretIn(), await secretIn(setting)];
	expect(new Set(secrets).size).toBe(2);
	expect(await secretIn(setting)).toBe(secrets[1]);
});

test('a secret that is remembered stays, whatever becomes of the API key', async () => {
	const staticData: IDataObject = {};
	remember(n8nFor(account, { ...SAME, staticData }).hook, { secret: 'kept' });
	expect(await secretIn({ staticData, apiKey: 'new' })).toBe('kept');
	expect(await secretIn({ staticData, isTest: true })).not.toBe('kept');
});

test('without a key there is a secret all the same, another one each time', async () => {
	const [one, other] = [await secretIn({ apiKey: ' ' }), await secretIn({ apiKey: '' })];
	expect(one).toMatch(/^[\w-]{32}$/);
	expect(other).toMatch(/^[\w-]{32}$/);
	expect(one).not.toBe(other);
});

test.each([
	['https://n8n.example.com/webhook/w', 'https://n8n.example.com/webhook/w?secret=s'],
	['https://n8n.example.com/w?a=1', 'https://n8n.example.com/w?a=1&secret=s'],
	['https://n8n.example.com/w?secret=old', 'https://n8n.example.com/w?secret=s'],
])('the address %s is told to WTS Chat as %s', (address, told) => {
	expect(withSecret(address, 's')).toBe(told);
});

test.each([
	[`${ADDRESS}?secret=s`, true],
	[`${ADDRESS}?secret=another`, true],
	[`${ADDRESS}?a=1&secret=`, true],
	[ADDRESS, false],
	[`${ADDRESS}?password=s`, false],
	[`${ADDRESS}/more?secret=s`, false],
	['https://n8n.example.com:8443/webhook/trigger?secret=s', false],
	['http://n8n.example.com/webhook/trigger?secret=s', false],
	['https://other.example.com/webhook/trigger?secret=s', false],
	['no address ?secret=s', false],
	['', false],
])('that %j is an address of this trigger: %s', (url, isSo) => {
	expect(isOurs(url, ADDRESS)).toBe(isSo);
});

test.each<[object, string | undefined, boolean]>([
	[{ secret: 'right' }, 'right', true],
	[{ secret: 'wrong' }, 'right', false],
	[{ secret: 'right and more' }, 'right', false],
	[{ secret: 'righ' }, 'right', false],
	[{ secret: 'ação' }, 'acao', false],
	[{ secret: '' }, '', false],
	[{ secret: '' }, undefined, false],
	[{ secret: 'undefined' }, undefined, false],
	[{ secret: ['right'] }, 'right', false],
	[{ password: 'right' }, 'right', false],
	[{}, 'right', false],
])('that a request with %j has the secret %j: %s', (query, secret, isSo) => {
	expect(carriesSecret(query, secret)).toBe(isSo);
});
