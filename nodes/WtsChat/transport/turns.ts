/** Work that has to go one after another where it is about the same thing. */
export class Turns {
	/** The latest work about each thing. */
	private readonly latest = new Map<string, Promise<unknown>>();

	/** Does `work` about a thing when all work about it that came before is done, or has failed. */
	async take<Result>(thing: string, work: () => Promise<Result>): Promise<Result> {
		const working = (this.latest.get(thing) ?? Promise.resolve()).then(work, work);
		this.latest.set(thing, working);
		try {
			return await working;
		} finally {
			if (this.latest.get(thing) === working) this.latest.delete(thing);
		}
	}
}
