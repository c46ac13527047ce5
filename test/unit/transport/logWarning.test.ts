import type { Logger } from 'n8n-workflow';
import { logWarning } from '../../../nodes/WtsChat/transport/logWarning';
import { say } from '../../../nodes/WtsChat/values/sentence';

test('a warning stands in the log of n8n', () => {
	const warn = jest.fn();
	logWarning({ logger: { warn } as unknown as Logger }, say`The subscription was removed`);
	expect(warn.mock.calls).toEqual([['The subscription was removed']]);
});
