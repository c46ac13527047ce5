/** The record that n8n keeps of the entries that a node has worked off. */
export class RepeatRecord {
	/** What n8n's database holds: a list for each node. */
	readonly kept = new Map<string, string[]>();

	/** How often it was asked. */
	asked = 0;

	/** Whether the database takes nothing. */
	isBroken = false;

	/** As n8n does: it reads, and some time later it writes; what others wrote between is lost. */
	async check(node: string, items: unknown[], most: number) {
		this.asked++;
		if (this.isBroken) throw new Error('SQLITE_BUSY: database is locked');
		const before = this.kept.get(node) ?? [];
		await new Promise((resolve) => setImmediate(resolve));
		const entries = items.map(String);
		const news = entries.filter((entry) => !before.includes(entry));
		this.kept.set(node, [...before, ...news].slice(-most));
		return { new: news, processed: entries.filter((entry) => before.includes(entry)) };
	}
}
