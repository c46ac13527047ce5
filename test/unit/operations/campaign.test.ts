import type { Campaign } from '../../../nodes/WtsChat/fields/campaign';
import { reasonAtItsTurn } from '../../../nodes/WtsChat/operations/campaign';
import type { Target } from '../../../nodes/WtsChat/operations/target';
import { answering, listOf } from './support';

const TO = { to: '5511987654321' };

/** A run whose waits take no time, and how long each of them would have been. */
const someRun = () =>
	answering(() => {
		throw new Error('Nothing is asked');
	});

beforeEach(() => {
	jest.useFakeTimers({ now: Date.parse('2026-11-30T10:00:00Z') });
});
afterEach(() => {
	jest.useRealTimers();
});

test('the first message goes at once, the others at even intervals', async () => {
	const { api, waits } = someRun();
	for (let n = 0; n < 4; n++) await reasonAtItsTurn(api, { perMinute: 20 }, TO);
	expect(waits).toEqual([0, 3_000, 6_000, 9_000]);
});

test('time that has passed anyway is not waited for, and is not made up for', async () => {
	const { api, waits } = someRun();
	await reasonAtItsTurn(api, { perMinute: 20 }, TO);
	jest.setSystemTime(Date.now() + 60_000);
	await reasonAtItsTurn(api, { perMinute: 20 }, TO);
	await reasonAtItsTurn(api, { perMinute: 20 }, TO);
	expect(waits).toEqual([0, 0, 3_000]);
});

test('each run has a time of its own', async () => {
	const [one, other] = [someRun(), someRun()];
	await reasonAtItsTurn(one.api, { perMinute: 1 }, TO);
	await reasonAtItsTurn(other.api, { perMinute: 1 }, TO);
	expect([one.waits, other.waits]).toEqual([[0], [0]]);
});

test('without a number there is no wait', async () => {
	const { api, waits } = someRun();
	await reasonAtItsTurn(api, {}, TO);
	expect(waits).toEqual([]);
});

describe('who has a tag', () => {
	const campaign = { skipTags: { ids: ['tag'] } };

	/** A run in an account where the contacts of `phones` have the tag, which can be changed meanwhile. */
	function tagging(phones: string[]) {
		const { api } = someRun();
		const reads: string[] = [];
		api.send = async ({ path }) => {
			reads.push(path);
			if (phones.length === 0) throw new Error('The account cannot be reached');
			const contacts = phones.map((phone) =>
				/^\d/.test(phone)
					? { id: phone, phoneNumber: `+55|${phone}`, instagram: null }
					: { id: phone, phoneNumber: null, instagram: phone },
			);
			const answer = path.endsWith('/tag')
				? [{ id: 'tag', name: 'VIP' }]
				: { items: contacts, totalPages: 1, totalItems: contacts.length };
			return await Promise.resolve(answer as never);
		};
		const reason = async (to: string) => await reasonAtItsTurn(api, campaign, { to });
		return { api, reads, phones, reason };
	}

	test('is read once by all who ask at the same time', async () => {
		const { reads, reason } = tagging(['11987654321']);
		const reasons = [reason('5511987654321'), reason('5511987654322')];
		expect(await Promise.all(reasons)).toEqual(['The contact has the tag "VIP"', undefined]);
		expect(reads).toHaveLength(3);
	});

	test.each(['julia.souza', '@Julia.Souza'])('is known on Instagram as %s', async (user) => {
		const { reason } = tagging([user]);
		expect(await reason('@julia.souza')).toBe('The contact has the tag "VIP"');
		expect(await reason('@julia')).toBeUndefined();
	});

	test('is read again after five minutes: people opt out meanwhile', async () => {
		const { phones, reason } = tagging(['11987654321']);
		expect(await reason('5511987654322')).toBeUndefined();
		phones.push('11987654322');
		jest.setSystemTime(Date.now() + 5 * 60_000 - 1);
		expect(await reason('5511987654322')).toBeUndefined();
		jest.setSystemTime(Date.now() + 1);
		expect(await reason('5511987654322')).toBe('The contact has the tag "VIP"');
	});

	test('is asked again when the turn of the message has come', async () => {
		const { api, phones } = tagging(['11987654321']);
		api.wait = async (ms) => {
			jest.setSystemTime(Date.now() + ms);
			return await Promise.resolve(true);
		};
		const slowly = { ...campaign, perMinute: 0.1 };
		const to = '5511987654322';
		expect(await reasonAtItsTurn(api, slowly, { to })).toBeUndefined();
		const next = reasonAtItsTurn(api, slowly, { to });
		phones.push('11987654322');
		expect(await next).toBe('The contact has the tag "VIP"');
	});

	test('is left out at once, without a place among the messages of the run', async () => {
		const { api } = tagging(['11987654321']);
		const waits: number[] = [];
		api.wait = async (ms) => await Promise.resolve(waits.push(ms) > 0);
		const slowly = { ...campaign, perMinute: 1 };
		const reason = await reasonAtItsTurn(api, slowly, { to: '5511987654321' });
		expect(reason).toBe('The contact has the tag "VIP"');
		expect(waits).toEqual([]);
	});

	test('is asked again where it could not be read', async () => {
		const { phones, reason } = tagging([]);
		await expect(reason('5511987654321')).rejects.toThrow('The account cannot be reached');
		phones.push('11987654321');
		expect(await reason('5511987654321')).toBe('The contact has the tag "VIP"');
	});
});

describe('a tag', () => {
	/** Contacts in the archive and beside it, each with tags of its own. */
	const contacts = [
		{ id: 'ana', phoneNumber: '+55|11987654321', status: 'ACTIVE', tags: ['1'] },
		{ id: 'rui', phoneNumber: '+55|11987654322', status: 'ARCHIVED', tags: ['2'] },
	];

	/** Why a message to the target is left out of a campaign without these tags. */
	async function reasonFor(skipTags: NonNullable<Campaign['skipTags']>, target: Target) {
		const { api, requests } = answering(({ path, body }) => {
			if (path === '/core/v1/tag') return [tag('1', 'Não  Perturbe'), tag('2', 'VIP')];
			if (path === '/chat/v2/session/session') return { id: 'session', contactId: 'rui' };
			if (path !== '/core/v1/contact/filter') throw new Error(`Nobody knows ${path}`);
			const { tagIds, status } = body as { tagIds: string[]; status: string };
			const found = contacts.filter(
				(contact) => contact.status === status && tagIds.some((id) => contact.tags.includes(id)),
			);
			return listOf(...found);
		});
		return { reason: await reasonAtItsTurn(api, { skipTags }, target), requests };
	}

	const tag = (id: string, name: string) => ({ id, name });
	const ana = { to: '5511987654321' };
	const rui = { to: '5511987654322' };

	test.each<[string, NonNullable<Campaign['skipTags']>, Target, string | undefined]>([
		['its ID', { ids: ['1'] }, ana, 'Não  Perturbe'],
		['its ID, in the archive as well', { ids: ['2'] }, rui, 'VIP'],
		['its ID, among several', { ids: ['1', '2'] }, rui, 'VIP'],
		['the ID of another', { ids: ['2'] }, ana, undefined],
		['its name, however it is written', { names: [' não perturbe'] }, ana, 'Não  Perturbe'],
		['the name of another', { names: ['VIP'] }, ana, undefined],
		['the contact of the session', { names: ['vip'] }, { sessionId: 'session' }, 'VIP'],
		['another than that of the session', { ids: ['1'] }, { sessionId: 'session' }, undefined],
	])('is known by %s: %j', async (_, skipTags, target, name) => {
		const { reason } = await reasonFor(skipTags, target);
		expect(reason).toBe(name && `The contact has the tag "${name}"`);
	});

	test.each([
		['ID', { ids: ['1', '3'] }, 'Nothing was sent. It names "3".'],
		['name', { names: ['Nao perturbe'] }, 'Nothing was sent. It names "Nao perturbe".'],
	])('with an unknown %s would leave nobody out, so it is refused', async (_, tags, remedy) => {
		await expect(reasonFor(tags, ana)).rejects.toMatchObject({
			message: "'Skip Contacts with Tags' names a tag that the account does not have",
			remedy,
		});
	});

	test('is read with requests that change nothing', async () => {
		const { requests } = await reasonFor({ ids: ['1'] }, ana);
		expect(requests.filter(({ method }) => method !== 'GET')).toMatchObject([
			{ readOnly: true },
			{ readOnly: true },
		]);
	});
});

test('stopping the run sends no further message', async () => {
	const { api } = answering();
	const stopped = { ...api, wait: async () => await Promise.resolve(false) };
	await expect(reasonAtItsTurn(stopped, { perMinute: 1 }, TO)).rejects.toThrow(
		'The execution was stopped',
	);
});
