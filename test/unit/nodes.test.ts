import type { IExecuteFunctions, ITriggerFunctions } from 'n8n-workflow';
import { wtsChat, wtsChatTrigger } from '../support/nodes';

test('the trigger takes POST requests, which n8n answers before the workflow has run', () => {
	expect(wtsChatTrigger.description).toMatchObject({
		inputs: [],
		webhooks: [{ httpMethod: 'POST', responseMode: 'onReceived' }],
	});
});

test('a reply comes by POST to the address of an execution that waits, and is answered at once', () => {
	expect(wtsChat.description.webhooks).toMatchObject([
		{ httpMethod: 'POST', responseMode: 'onReceived', restartWebhook: true },
	]);
});

test('nothing is looked after where somebody listens in the editor, which ends soon', async () => {
	const context = { getMode: () => 'manual' } as unknown as ITriggerFunctions;
	expect(await wtsChatTrigger.trigger?.call(context)).toEqual({});
});

test('the trigger gives out the items that its request brought', async () => {
	const items = [{ json: { text: 'Oi' } }];
	const context = { getInputData: () => items } as unknown as IExecuteFunctions;
	expect(await wtsChatTrigger.execute?.call(context)).toEqual([items]);
});

test.each([wtsChat, wtsChatTrigger])(
	'$description.name does nothing without a credential',
	({ description }) => {
		expect(description.credentials).toEqual([{ name: 'wtsChatApi', required: true }]);
	},
);
