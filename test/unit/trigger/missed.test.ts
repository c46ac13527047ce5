import type { IDataObject } from 'n8n-workflow';
import { missedEvents } from '../../../nodes/WtsChat/trigger/missed';
import type { Api } from '../../../nodes/WtsChat/transport/api';

const SINCE = Date.parse('2026-09-10T13:00:00Z');

/** An API that gives these contacts, whatever is asked for. */
function giving(items: IDataObject[]): Api {
	return { send: async () => ({ items }), notes: new Set() } as unknown as Api;
}

async function idsOf(items: IDataObject[]): Promise<unknown[]> {
	const missed = await missedEvents(giving(items), { events: ['CONTACT_NEW'], since: SINCE });
	return missed.map(({ delivery }) => delivery.content.id);
}

test('what an API gives that is older than asked for is left out', async () => {
	const items = [
		{ id: 'old', createdAt: '2026-09-10T12:59:59.999Z' },
		{ id: 'then', createdAt: '2026-09-10T13:00:00Z' },
		{ id: 'without a zone', createdAt: '2026-09-10T13:00:01.1260435' },
	];
	expect(await idsOf(items)).toEqual(['then', 'without a zone']);
});

test.each([[undefined], [null], [''], ['ontem']])(
	'a record that does not say when it was made, but %j, is left out',
	async (createdAt) => {
		expect(await idsOf([{ id: '1', createdAt }])).toEqual([]);
	},
);
