import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { heardBefore } from '../../../nodes/WtsChat/execution/heard';

const TRIGGER = 'n8n-nodes-wts-chat.wtsChatTrigger';
const ACTION = 'n8n-nodes-wts-chat.wtsChat';

/** A node behind these, by name: their types and what they gave out; undefined for one that has not run. */
function behind(nodes: Record<string, readonly [type: string, json: IDataObject | undefined]>) {
	const context: Partial<IExecuteFunctions> = {
		getNode: () => ({ name: 'Send' }) as ReturnType<IExecuteFunctions['getNode']>,
		getParentNodes: () =>
			Object.entries(nodes).map(([name, [type]]) => ({
				name,
				type,
				typeVersion: 1,
				disabled: false,
			})),
		evaluateExpression(expression) {
			const [, name = ''] = /\$\("(.+)"\)\.item\.json/.exec(expression) ?? [];
			const json = nodes[name]?.[1];
			if (!json) throw new Error('No path back to the node');
			return json as never;
		},
	};
	return heardBefore(context as IExecuteFunctions, 0);
}

const message = (id: string, more: IDataObject = {}) => ({
	id,
	sessionId: 's',
	createdAt: '2026-11-30T10:00:00Z',
	...more,
});
const event = (content: IDataObject) => ({ eventType: 'MESSAGE_RECEIVED', ...content });
const at = Date.parse('2026-11-30T10:00:00Z');

test.each<[string, IDataObject]>([
	['a flat event', event(message('1'))],
	['an event as it came', event({ content: message('1') })],
	[
		'several messages, the last of them',
		event({ ...message('0'), messages: [message('0'), message('1')] }),
	],
	['a reply', { replied: true, messageId: '1', message: message('1') }],
])('%s tells its message', (_, json) => {
	expect(behind({ Trigger: [TRIGGER, json] })).toEqual({ id: '1', sessionId: 's', at });
});

test.each<[string, IDataObject | undefined]>([
	['one that has not run', undefined],
	['another event', { eventType: 'SESSION_NEW', id: '1', sessionId: 's' }],
	['a question without a reply', { replied: false, messageId: '1', sessionId: 's' }],
	['a question beside its own message', { replied: false, message: message('1') }],
	['a reply without its message', { replied: true, ...message('1') }],
	['a message that was sent', message('1')],
	['an event without a session', event({ id: '1' })],
])('%s tells none', (_, json) => {
	expect(behind({ Before: [ACTION, json] })).toBeUndefined();
});

describe('of several', () => {
	const createdAt = '2026-11-30T11:00:00Z';
	const later = { replied: true, message: message('2', { createdAt }) };
	const earlier = event(message('1'));

	test('the newest counts, whichever stands nearer', () => {
		const [trigger, question] = [[TRIGGER, earlier] as const, [ACTION, later] as const];
		for (const nodes of [
			{ Question: question, Trigger: trigger },
			{ Trigger: trigger, Question: question },
		]) {
			expect(behind(nodes)).toMatchObject({ id: '2' });
		}
	});

	test('other nodes do not count', () => {
		const newest = event(message('3', { createdAt: '2026-11-30T12:00:00Z' }));
		const nodes = { Trigger: [TRIGGER, earlier], Code: ['n8n-nodes-base.code', newest] } as const;
		expect(behind(nodes)).toMatchObject({ id: '1' });
	});
});
