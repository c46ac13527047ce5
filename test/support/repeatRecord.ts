import { DataDeduplicationService } from 'n8n-core';
import type { IDataDeduplicator } from 'n8n-workflow';
import { RepeatRecord } from './record';

/** A record for each test of one file. */
export function useRepeatRecord(): () => RepeatRecord {
	let record = new RepeatRecord();
	const deduplicator: Partial<IDataDeduplicator> = {
		checkProcessedAndRecord: async (items, _scope, { workflow, node }, { maxEntries }) =>
			await record.check(`${workflow.id}/${node?.id}`, items, maxEntries ?? Infinity),
	};
	beforeEach(async () => {
		record = new RepeatRecord();
		// n8n makes it once for a process, and so would the tests of other files
		Reflect.set(DataDeduplicationService, 'instance', undefined);
		await DataDeduplicationService.init(deduplicator as IDataDeduplicator);
	});
	afterEach(() => {
		Reflect.set(DataDeduplicationService, 'instance', undefined);
	});
	return () => record;
}
