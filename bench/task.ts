/** What a contender has to do, and what it is told about the limits. */
export interface Task {
	url: string;
	apiKey: string;
	updates: number;
	/** How many requests may be under way at once. */
	atOnce: number;
	/** How many times faster the clock goes. */
	clock: number;
	/** Milliseconds between batches of `atOnce` requests, for who can only pace like that. */
	batchIntervalMs: number;
	/** Whether the published limits have to be kept. */
	limited: boolean;
}

export interface Result {
	wallMs: number;
	cpuMs: number;
	/** Memory that the work took at its peak, above what was taken before. */
	memoryMb: number;
	failed: number;
}

/** A session, and the number that it is to get. */
export type Item = { id: string; number: string };

/** Does the task, and gives how many items failed. */
export type Contender = (task: Task, items: Item[]) => Promise<number>;
