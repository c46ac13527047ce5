// what the node waits for beside n8n's work ends with its test file: a worker goes on to the next one
const { timeout } = AbortSignal;
const pending = new Set<NodeJS.Timeout>();

AbortSignal.timeout = (ms) => {
	const controller = new AbortController();
	pending.add(setTimeout(() => controller.abort(), ms).unref());
	return controller.signal;
};

afterAll(() => {
	jest.useRealTimers();
	AbortSignal.timeout = timeout;
	for (const timer of pending) clearTimeout(timer);
});

export {};
