import type { IDataObject, IExecuteFunctions, INode, NodeExecutionHint } from 'n8n-workflow';
import { executeItems } from '../../../nodes/WtsChat/execution/execute';
import type { Job } from '../../../nodes/WtsChat/operations/operation';
import { PlainError } from '../../../nodes/WtsChat/transport/plainError';
import { say } from '../../../nodes/WtsChat/values/sentence';

/** A question for each item, whose work the tests do themselves. */
const question: IDataObject = {
	resource: 'message',
	operation: 'sendAndWait',
	sendTo: 'session',
	message: 'Podemos confirmar?',
};
const sessionOf = (item: number) => `00000000-0000-4000-8000-${String(item).padStart(12, '0')}`;

/** Runs an item for each job, one after another, and gives what came out and what stands beside it. */
async function executed(
	jobs: Job[],
	{ parameters = question, more = {} }: { parameters?: IDataObject; more?: object } = {},
) {
	const hints: NodeExecutionHint[] = [];
	const values = { ...parameters, requestOptions: { concurrency: 1 } } as IDataObject;
	const context = {
		getInputData: () => jobs.map(() => ({ json: {} })),
		getNodeParameter: (name: string, item: number, otherwise: unknown) =>
			name === 'sessionId' ? sessionOf(item) : (values[name] ?? otherwise),
		getCredentials: async () => ({ apiKey: 'pn_0', baseUrl: 'https://api.helena.run' }),
		getExecutionCancelSignal: () => undefined,
		getNode: () => ({ name: 'WTS Chat', type: 'wtsChat' }) as INode,
		getTimezone: () => 'UTC',
		addExecutionHints: (hint: NodeExecutionHint) => hints.push(hint),
		continueOnFail: () => false,
		...more,
	} as unknown as IExecuteFunctions;
	const remaining = [...jobs];
	const items = await executeItems(context, () => remaining.shift() ?? (async () => undefined));
	return { items, hints };
}

const giving = (record: IDataObject) => jest.fn(async () => record);

test('what came out of all items is summed up under the output', async () => {
	const jobs = [giving({ sent: true }), giving({ sent: false, reason: 'A newer message came' })];
	const { items, hints } = await executed(jobs);
	expect(items).toEqual([
		[
			{ json: { sent: true }, pairedItem: { item: 0 } },
			{ json: { sent: false, reason: 'A newer message came' }, pairedItem: { item: 1 } },
		],
	]);
	expect(hints).toEqual([
		{
			message:
				'Of 2 messages, 1 were sent, 1 were skipped (A newer message came: 1), and 0 failed.',
			type: 'info',
			location: 'outputPane',
		},
	]);
});

test('a run that is stopped gives what was done, and begins no work that needs no request', async () => {
	const controller = new AbortController();
	const more = { getExecutionCancelSignal: () => controller.signal };
	const stopping = async () => {
		controller.abort();
		return { id: 'a' };
	};
	const next = giving({ id: 'b' });
	const { items } = await executed([stopping, next], { more });
	expect(items).toEqual([[{ json: { id: 'a' }, pairedItem: { item: 0 } }]]);
	expect(next).not.toHaveBeenCalled();
});

test('an error that says no more than its message tells as well how far the run came', async () => {
	const failing = async () => await Promise.reject(new PlainError(say`It fails`));
	await expect(executed([giving({ id: 'a' }), failing])).rejects.toMatchObject({
		message: 'It fails',
		description: 'Already done: 1 of 2 items; running again repeats them.',
		context: { itemIndex: 1 },
	});
});

test('a node without a choice is told to choose again', async () => {
	await expect(executed([giving({})], { parameters: {} })).rejects.toMatchObject({
		message: 'The chosen operation does not exist',
		description: `Choose 'Resource' and 'Operation' again; now they are "" and "".`,
	});
});
