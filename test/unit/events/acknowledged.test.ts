import type { IWebhookFunctions } from 'n8n-workflow';
import { EventEmitter } from 'node:events';
import { acknowledgedBy } from '../../../nodes/WtsChat/events/acknowledged';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

const response = (statusCode: number, closed = false) =>
	Object.assign(new EventEmitter(), { statusCode, closed }) as unknown as Response;

test.each([
	[199, false],
	[200, true],
	[299, true],
	[300, false],
	[500, false],
])('an answer of %i takes what has come: %p', async (status, taken) => {
	const answered = response(status);
	const acknowledged = acknowledgedBy(answered, !taken);
	answered.emit('finish');
	answered.emit('close');
	expect(await acknowledged).toBe(taken);
});

test.each([true, false])(
	'where nobody waits for the answer, it is what it is said to be: %p',
	async (ifGone) => {
		const left = response(200);
		const acknowledged = acknowledgedBy(left, ifGone);
		left.emit('close');
		expect(await acknowledged).toBe(ifGone);
		expect(await acknowledgedBy(response(200, true), ifGone)).toBe(ifGone);
	},
);
