import {
	isTestRun,
	ownerOf,
	recall,
	remember,
	type Memory,
} from '../../../nodes/WtsChat/trigger/memory';
import { Account, n8nFor, type Setting } from './n8n';

const account = new Account();
const MEMORY: Memory = { secret: 's', subscriptionId: 'one' };

/** What is remembered where `setting` is what differs from where `memory` was noted. */
function recalled(setting: Setting, memory = MEMORY) {
	const before = n8nFor(account);
	remember(before.hook, memory);
	const { staticData, workflowId } = before;
	return recall(n8nFor(account, { staticData, workflowId, ...setting }).hook);
}

test('what is remembered is there when n8n starts again', () => {
	expect(recalled({})).toMatchObject(MEMORY);
});

test.each<[string, Setting]>([
	['a copy of the workflow', { workflowId: 'copy' }],
	['the same workflow in another n8n', { instanceId: 'another n8n' }],
	['whoever listens in the editor', { isTest: true }],
	['an n8n that has lost it', { staticData: {} }],
])('%s remembers nothing of it', (_name, setting) => {
	expect(recalled(setting)).toEqual({});
});

test('whoever listens in the editor has a memory beside that of the published workflow', () => {
	const { hook, staticData, workflowId } = n8nFor(account);
	const { hook: test } = n8nFor(account, { staticData, workflowId, isTest: true });
	remember(hook, { secret: 'published' });
	remember(test, { secret: 'test' });
	expect([recall(hook).secret, recall(test).secret]).toEqual(['published', 'test']);
	expect([isTestRun(hook), isTestRun(test)]).toEqual([false, true]);
});

test('what is noted later takes the place of all that was there, as an object that n8n sees is new', () => {
	const { hook, staticData } = n8nFor(account);
	remember(hook, MEMORY);
	const [before] = Object.values(staticData);
	remember(hook, { secret: 'new' });
	const [after] = Object.values(staticData);
	expect(after).not.toBe(before);
	expect(recall(hook)).toEqual({ secret: 'new', owner: ownerOf(hook) });
});

test('what was recalled can be changed without changing what n8n keeps', () => {
	const { hook } = n8nFor(account);
	remember(hook, MEMORY);
	recall(hook).secret = 'changed';
	expect(recall(hook).secret).toBe('s');
});

test('each node of each workflow in each n8n is somebody else', () => {
	const settings: Setting[] = [
		{},
		{ workflowId: 'b' },
		{ instanceId: 'b' },
		{ instanceId: 'a', workflowId: 'a' },
		{ instanceId: '', workflowId: 'aa' },
	];
	const contexts = settings.map((one) => n8nFor(account, { workflowId: 'a', ...one }).hook);
	const another = { ...contexts[0]!, getNode: () => ({ ...contexts[0]!.getNode(), id: 'other' }) };
	expect(new Set([...contexts, another].map(ownerOf)).size).toBe(6);
});

test('what an earlier version of the node has kept is found', () => {
	const owner = 'this n8n/kept/node';
	const staticData = {
		production: { secret: 'p', subscriptionId: 'one', silentSince: { CONTACT_SILENT: 1 }, owner },
		test: { secret: 't', subscriptionId: 'two', owner },
	};
	for (const [place, isTest] of [['production', false] as const, ['test', true] as const]) {
		const { hook } = n8nFor(account, { staticData, workflowId: 'kept', isTest });
		expect(recall(hook)).toEqual(staticData[place]);
	}
});
