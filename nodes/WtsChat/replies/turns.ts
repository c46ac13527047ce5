/** The latest work about each question, by the signature of its address. */
const turns = new Map<string, Promise<unknown>>();

/** Does `work` about a question when that of before is done: one message may change what the next one means. */
export async function inTurn<Result>(
	signature: string,
	work: () => Promise<Result>,
): Promise<Result> {
	const working = (turns.get(signature) ?? Promise.resolve()).then(work, work);
	turns.set(signature, working);
	try {
		return await working;
	} finally {
		if (turns.get(signature) === working) turns.delete(signature);
	}
}
