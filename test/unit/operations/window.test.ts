import type { IDataObject } from 'n8n-workflow';
import { isWindowClosed } from '../../../nodes/WtsChat/operations/window';
import type { Api } from '../../../nodes/WtsChat/transport/api';
import type { ApiRequest } from '../../../nodes/WtsChat/transport/contract';
import { answering, listOf, missing } from './support';

const FROM = '551130000000';
const OTHER = '551130000001';
const UNOFFICIAL = '5511987650000';

/** An account in which a contact has these sessions. */
function account(sessions: IDataObject[]): Api {
	const answers: Record<string, unknown> = {
		'/core/v1/contact/phonenumber/5511987654321': { id: 'contact' },
		'/chat/v2/session': { items: sessions, totalPages: 1, totalItems: sessions.length },
		'/chat/v1/channel': [
			{ number: FROM, type: 'CloudAPI_WhatsApp' },
			{ number: UNOFFICIAL, type: 'EvolutionApi_WhatsApp' },
		],
	};
	return answering(({ path }) => answers[path]).api;
}

const session = (n: number, windowStatus?: string, humanId: string | null = FROM) => ({
	id: String(n),
	windowStatus,
	channelDetails: { humanId },
});

test.each<[string, IDataObject[], boolean]>([
	['has no session', [], true],
	['has closed ones', [session(1, 'EXPIRED'), session(2, 'NOT_STARTED')], true],
	['has an open one among them', [session(1, 'EXPIRED'), session(2, 'ACTIVE')], false],
	['has one that does not tell', [session(1, 'EXPIRED'), session(2)], false],
	['has an open one on another channel', [session(1, 'ACTIVE', OTHER)], true],
	['has an open one on an unknown channel', [session(1, 'ACTIVE', null)], false],
])('of a contact who %s: %#', async (_, sessions, isClosed) => {
	const target = { from: FROM, to: '5511987654321' };
	expect(await isWindowClosed(account(sessions), target)).toBe(isClosed);
});

test('without a channel, an open one on any of them will do', async () => {
	const api = account([session(1, 'EXPIRED'), session(2, 'ACTIVE', OTHER)]);
	expect(await isWindowClosed(api, { to: '5511987654321' })).toBe(false);
});

test.each([
	[UNOFFICIAL, false],
	['551187650000', false],
	[FROM, true],
	[OTHER, true],
])('of a contact who has never written, through %s: %j', async (from, isClosed) => {
	expect(await isWindowClosed(account([]), { from, to: '5511987654321' })).toBe(isClosed);
});

test('a channel is the same with and without the ninth digit', async () => {
	const api = account([session(1, 'ACTIVE', '+55 11 98765-0000')]);
	const target = { from: '551187650000', to: '5511987654321' };
	expect(await isWindowClosed(api, target)).toBe(false);
});

describe('of a person who is two contacts, with and without the ninth digit', () => {
	/** Contacts by their number, each with the status of its session; none where it has no session. */
	async function closedFor(contacts: Record<string, string | undefined>) {
		const asked: string[] = [];
		const send = async ({ path, query }: ApiRequest) => {
			asked.push(path);
			const phone = path.split('/').at(-1) ?? '';
			if (path.startsWith('/core/')) {
				if (phone in contacts) return await Promise.resolve({ id: phone } as never);
				throw missing();
			}
			if (path === '/chat/v1/channel') return [] as never;
			const status = contacts[String(query?.ContactId)];
			const items = status ? [session(1, status)] : [];
			return { items, totalPages: 1, totalItems: items.length } as never;
		};
		const api = { ...account([]), send } as Api;
		const isClosed = await isWindowClosed(api, { from: FROM, to: '5511987654321' });
		return { isClosed, requests: asked.length };
	}

	test.each<[string, Record<string, string | undefined>, boolean, number]>([
		[
			'an open one of the form that is written',
			{ 5511987654321: 'ACTIVE', 551187654321: 'EXPIRED' },
			false,
			2,
		],
		[
			'an open one of the other form',
			{ 5511987654321: 'EXPIRED', 551187654321: 'ACTIVE' },
			false,
			4,
		],
		['an open one of the other form alone', { 551187654321: 'ACTIVE' }, false, 3],
		[
			'an open one beside a contact without sessions',
			{ 5511987654321: undefined, 551187654321: 'ACTIVE' },
			false,
			4,
		],
		['two closed ones', { 5511987654321: 'EXPIRED', 551187654321: 'EXPIRED' }, true, 4],
		['a closed one', { 5511987654321: 'EXPIRED' }, true, 3],
	])('%s', async (_, contacts, isClosed, requests) => {
		expect(await closedFor(contacts)).toEqual({ isClosed, requests });
	});
});

test('on Instagram there is none that closes', async () => {
	expect(await isWindowClosed(account([]), { to: '@julia' })).toBe(false);
});

test.each([
	['ACTIVE', false],
	['EXPIRED', true],
])('of a session it is that of the session: %s', async (windowStatus, isClosed) => {
	const { api, requests } = answering(() => ({ id: 'session', windowStatus }));
	expect(await isWindowClosed(api, { sessionId: 'session' })).toBe(isClosed);
	expect(requests.map(({ path }) => path)).toEqual(['/chat/v2/session/session']);
});

test('the sessions of the contact are asked for with their channels', async () => {
	const { api, requests } = answering(({ path }) =>
		path === '/chat/v2/session' ? listOf(session(1, 'ACTIVE')) : { id: 'contact' },
	);
	await isWindowClosed(api, { from: FROM, to: '5511987654321' });
	expect(requests.at(-1)?.query).toMatchObject({
		ContactId: 'contact',
		IncludeDetails: ['ChannelDetails'],
	});
});

test('without a channel, that of a contact who has never written is closed', async () => {
	const { api, requests } = answering(({ path }) => {
		if (path === '/chat/v1/channel') return [{ number: UNOFFICIAL, type: 'EvolutionApi_WhatsApp' }];
		throw missing();
	});
	expect(await isWindowClosed(api, { to: '5511987654321' })).toBe(true);
	expect(requests.map(({ path }) => path)).not.toContain('/chat/v1/channel');
});

test('of very many sessions a hundred are read', async () => {
	const sessions = Array.from({ length: 100 }, (_, n) => session(n, 'EXPIRED'));
	const { api, requests } = answering(({ path }) =>
		path === '/chat/v2/session'
			? { items: sessions, totalPages: 2, totalItems: 200 }
			: { id: 'contact' },
	);
	await isWindowClosed(api, { from: FROM, to: '351912345678' });
	expect(requests.filter(({ path }) => path === '/chat/v2/session')).toHaveLength(1);
});
