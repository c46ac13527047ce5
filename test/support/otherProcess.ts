/** What the node remembers in another process of n8n: nothing of this one. To be called outside of tests. */
export function anotherProcess() {
	let trigger: unknown;
	let waiting: unknown;
	jest.isolateModules(() => {
		trigger = jest.requireActual('./trigger');
		waiting = jest.requireActual('./waiting');
	});
	const { TriggerStage } = trigger as typeof import('./trigger');
	return { TriggerStage, ...(waiting as typeof import('./waiting')) };
}
