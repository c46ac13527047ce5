import type { INodeExecutionData, IRun, ITriggerFunctions } from 'n8n-workflow';
import { begin } from '../../../nodes/WtsChat/trigger/begin';
import { handedIn } from '../../../nodes/WtsChat/trigger/handover';
import { bodyOf, eventIn } from './executions';

/** What n8n settles when it has run the execution, or could not store it. */
interface Deferred {
	promise: Promise<IRun>;
	resolve(run: IRun): void;
	reject(error: Error): void;
}

function createDeferredPromise(): Deferred {
	const deferred: Partial<Deferred> = {};
	const promise = new Promise<IRun>((resolve, reject) => {
		Object.assign(deferred, { resolve, reject });
	});
	return { ...deferred, promise } as Deferred;
}

interface Emitted {
	items: INodeExecutionData[];
	done: Deferred;
	key: string;
}

/** A trigger, and what n8n is given by it. */
function triggerOf(nodeId = 'node') {
	const emitted: Emitted[] = [];
	const trigger = {
		getInstanceId: () => 'this n8n',
		getWorkflow: () => ({ id: 'workflow' }),
		getNode: () => ({ id: nodeId }),
		helpers: { createDeferredPromise },
		emit: ([items]: [INodeExecutionData[]], _response: undefined, done: Deferred, key: string) =>
			void emitted.push({ items, done, key }),
	};
	return { trigger: trigger as unknown as ITriggerFunctions, emitted };
}

const fail = () => {
	throw new Error('Nothing was refused');
};

test('n8n gets one item, with the event and those that it takes along', () => {
	const { trigger, emitted } = triggerOf();
	const [one, two, three] = Array.from({ length: 3 }, () => eventIn(bodyOf()));
	begin(trigger, one!, fail);
	begin(trigger, three!, fail, [one!, two!]);
	const handed = emitted.map(({ items }) =>
		items.map((item) => handedIn(item).map(({ delivery }) => delivery)),
	);
	expect(handed).toEqual([[[one]], [[one, two, three]]]);
	const { body } = one!;
	expect(emitted[0]?.items).toEqual([{ json: { body, takenBy: expect.any(String) } }]);
});

test('one event has one key, and so one execution, whatever it takes along; each trigger has its own', () => {
	const { trigger, emitted } = triggerOf();
	const other = triggerOf('another node');
	const [one, two] = [eventIn(bodyOf()), eventIn(bodyOf())];
	begin(trigger, one, fail);
	begin(trigger, one, fail, [two]);
	begin(trigger, two, fail);
	begin(other.trigger, one, fail);
	const [first, again, second, elsewhere] = [...emitted, ...other.emitted].map(({ key }) => key);
	expect(again).toBe(first);
	expect(new Set([first, second, elsewhere]).size).toBe(3);
	expect(first).toMatch(/^[A-Za-z0-9+/]{43}=$/);
});

test.each([
	['cannot store the execution', true],
	['has run it', false],
])('whether n8n %s is told: %s', async (_name, isRefused) => {
	const { trigger, emitted } = triggerOf();
	const refused = jest.fn();
	begin(trigger, eventIn(bodyOf()), refused);
	const { done } = emitted[0]!;
	if (isRefused) done.reject(new Error('locked'));
	else done.resolve({} as IRun);
	await new Promise((resolve) => setImmediate(resolve));
	expect(refused).toHaveBeenCalledTimes(isRefused ? 1 : 0);
});
