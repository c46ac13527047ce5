import { noteSummary } from '../../../nodes/WtsChat/execution/summary';
import type { Result } from '../../../nodes/WtsChat/execution/task';
import type { Api } from '../../../nodes/WtsChat/transport/api';

function summary(...results: Result[]): string[] {
	const notes: Api['notes'] = new Set();
	noteSummary(notes, results);
	return [...notes];
}

const sent = [{ id: '1', sent: true }];
const skipped = (reason: string) => [{ sent: false, reason }];

test('what was sent, skipped and failed is summed up, by reason', () => {
	expect(
		summary(sent, sent, skipped('A'), skipped('B'), skipped('A'), new Error('It fails')),
	).toEqual(['Of 6 messages, 2 were sent, 3 were skipped (A: 2; B: 1), and 1 failed.']);
	expect(summary(sent, sent)).toEqual([
		'Of 2 messages, 2 were sent, 0 were skipped (none), and 0 failed.',
	]);
});

test.each<[string, Result[]]>([
	['one message', [skipped('A')]],
	['what is sent on no conditions', [[{ id: '1' }], [{ id: '2' }]]],
	['nothing but failures', [new Error('It fails'), new Error('It fails')]],
	['nothing', []],
])('%s needs no sum', (_, results) => {
	expect(summary(...results)).toEqual([]);
});
