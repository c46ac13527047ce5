import type { IDataObject } from 'n8n-workflow';
import { catchUp, catchUpOf } from '../../../nodes/WtsChat/trigger/catchUp';
import { deliveryIn } from '../../../nodes/WtsChat/events/delivery';
import type { ChoosingValues } from '../../../nodes/WtsChat/trigger/form';
import { keyOf } from '../../../nodes/WtsChat/trigger/identity';
import { ownerOf } from '../../../nodes/WtsChat/trigger/memory';
import { take } from '../../../nodes/WtsChat/trigger/repeats';
import { Account, n8nFor } from './n8n';

export const NOW = Date.parse('2026-11-30T12:00:00Z');
const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const HEARD_UNTIL = NOW - HOUR_MS;

/** The form with nothing chosen but messages, and this. */
export const valuesWith = (more: Partial<ChoosingValues> = {}): ChoosingValues => ({
	events: ['MESSAGE_RECEIVED'],
	minutes: undefined,
	officeHoursOnly: undefined,
	panelId: undefined,
	filters: {} as ChoosingValues['filters'],
	options: {} as ChoosingValues['options'],
	...more,
});

export const optionsWith = (options: object) =>
	valuesWith({ options: options as ChoosingValues['options'] });

/** An account in whose conversations a contact has written, and an n8n that was away. */
export function away(store?: () => unknown) {
	const account = new Account();
	const sessions: IDataObject[] = [];
	const messages: IDataObject[] = [];
	account.lists['/chat/v2/session'] = () => sessions;
	account.lists['/chat/v1/message'] = ({ query }) =>
		messages.filter(({ sessionId }) => sessionId === query.SessionId);
	const n8n = n8nFor(account, { store });
	const stopping = new AbortController();
	const times: number[] = [];
	const { emit } = n8n.trigger;
	n8n.trigger.emit = (...event) => {
		times.push(Date.now() - NOW);
		emit(...event);
	};

	function write(id: string, at: number, sessionId = 'one', more: IDataObject = {}) {
		const createdAt = new Date(at).toISOString();
		const common = { type: 'TEXT', status: 'SENT', direction: 'FROM_HUB', origin: 'GATEWAY' };
		if (!sessions.some((session) => session.id === sessionId)) sessions.push({ id: sessionId });
		messages.push({ id, sessionId, createdAt, ...common, ...more });
	}

	return {
		...n8n,
		account,
		times,
		write,
		messages,
		/** A message was delivered, and answered with this status. */
		take(id: string, statusCode = 200) {
			const delivery = deliveryIn({ eventType: 'MESSAGE_RECEIVED', content: { id } })!;
			const once = (event: string, done: () => void) => event === 'finish' && done();
			const response = { statusCode, once } as unknown as Parameters<typeof take>[1];
			take(keyOf(ownerOf(n8n.trigger), delivery), response);
		},
		stop: () => stopping.abort(),
		/** What n8n has begun, each as the messages that it takes along. */
		begun: () =>
			n8n.started.map(({ item: { json } }) =>
				[...((json.earlier ?? []) as IDataObject[]), json].map(
					({ body }) => (body as { content: IDataObject }).content.id,
				),
			),
		/** Catches up, however long n8n waits meanwhile. */
		async catchUp(values = valuesWith(), heardUntil = HEARD_UNTIL): Promise<unknown> {
			const wanted = catchUpOf(values)!;
			const work = catchUp(n8n.trigger, n8n.hook, wanted, heardUntil, stopping.signal).catch(
				(error: Error) => error.message,
			);
			await jest.advanceTimersByTimeAsync(10 * MINUTE_MS);
			return await work;
		},
	};
}
