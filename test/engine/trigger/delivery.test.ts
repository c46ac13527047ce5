import { WebhookContext } from 'n8n-core';
import { randomUUID } from 'node:crypto';
import { useSandbox } from '../../support/account';
import { useFileStorage } from '../../support/storedFile';
import { useTriggers, type TriggerStage } from '../../support/trigger';

const sandbox = useSandbox();
const trigger = useTriggers();
useFileStorage();

const PHONE = '5511900000001';

/** As long as a test may take, a delivery is on its way. */
const NEVER_MS = 3_600_000;

async function listening(options = {}, more = {}): Promise<TriggerStage> {
	const stage = await trigger({
		parameters: { events: ['MESSAGE_RECEIVED'], options },
		account: sandbox(),
		...more,
	});
	await stage.activate();
	return stage;
}

function secretAddress(): URL {
	const url = sandbox().account.subscriptions.at(-1)?.url;
	if (!url) throw new Error('Nobody has subscribed');
	return new URL(url);
}

/** A message that nobody else has had. */
const newEvent = () => ({
	eventType: 'MESSAGE_RECEIVED' as const,
	date: '2026-09-10T13:02:11.1260435Z',
	content: { id: randomUUID(), type: 'TEXT', text: 'Oi' },
	changeMetadata: null,
});

const inOtherCase = (text: string) =>
	text.replace(/[a-z]/gi, (letter) =>
		letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
	);

describe('nobody else gets in', () => {
	test.each<[string, (secret: string) => string]>([
		['without the secret', () => ''],
		['with an empty secret', () => '?secret='],
		['with a wrong secret', () => '?secret=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
		['with a secret of another length', () => '?secret=A'],
		['with the beginning of the secret', (secret) => `?secret=${secret.slice(0, -1)}`],
		['with the secret and more', (secret) => `?secret=${secret}A`],
		['with the secret in other letters', (secret) => `?secret=${inOtherCase(secret)}`],
		['with two secrets', () => '?secret=A&secret=B'],
	])('a request %s gets 401 and starts nothing', async (_name, searchOf) => {
		const stage = await listening();
		const { pathname, searchParams } = secretAddress();
		const search = searchOf(searchParams.get('secret') ?? '');
		const { status } = await stage.post(pathname + search, JSON.stringify(newEvent()));
		expect(status).toBe(401);
		expect(stage.executions).toEqual([]);
	});

	test.each(['', '?secret=', '?secret=undefined'])(
		'a trigger that remembers no secret lets no request with %j in',
		async (search) => {
			const stage = await trigger({
				parameters: { events: ['MESSAGE_RECEIVED'] },
				account: sandbox(),
			});
			expect((await stage.post(`/webhook${search}`, JSON.stringify(newEvent()))).status).toBe(401);
			expect(stage.executions).toEqual([]);
		},
	);

	test('a request that comes while the credential cannot be read gets 401 and starts nothing', async () => {
		await listening();
		const { pathname, search } = secretAddress();
		const stage = await trigger({
			parameters: { events: ['MESSAGE_RECEIVED'] },
			account: sandbox(),
		});
		const reading = jest.spyOn(WebhookContext.prototype, 'getCredentials');
		reading.mockRejectedValue(new Error('Credential with ID "1" does not exist'));
		const { status } = await stage.post(pathname + search, JSON.stringify(newEvent()));
		reading.mockRestore();
		expect(status).toBe(401);
		expect(stage.stored).toEqual([]);
	});

	test('the secret of a test run does not open the address of the active workflow', async () => {
		const stage = await listening();
		const listener = await listening({}, { test: true });
		const { search } = secretAddress();
		expect((await stage.post(`/webhook${search}`, JSON.stringify(newEvent()))).status).toBe(401);
		expect([...stage.executions, ...listener.executions]).toEqual([]);
	});
});

describe('the first deliveries, before n8n has saved what the trigger remembers', () => {
	/** A process of n8n that has read the workflow from the database before it was saved. */
	const unaware = async (more = {}) =>
		await trigger({ parameters: { events: ['MESSAGE_RECEIVED'] }, account: sandbox(), ...more });

	test('are taken', async () => {
		await listening();
		const { pathname, search } = secretAddress();
		const stage = await unaware();
		const { status } = await stage.post(pathname + search, JSON.stringify(newEvent()));
		expect(status).toBe(200);
		expect(stage.executions).toHaveLength(1);
	});

	test.each<[string, object]>([
		['another workflow', { workflow: { id: 'other' } }],
		['a workflow of another n8n', { instanceId: 'another n8n' }],
		['another node', { name: 'Other Trigger' }],
		['somebody who listens in the editor', { test: true }],
		['an account with another key', { account: { url: 'https://x.example.com', apiKey: 'k' } }],
	])('do not open the address of %s', async (_name, more) => {
		await listening();
		const { pathname, search } = secretAddress();
		const stage = await unaware(more);
		const { status } = await stage.post(pathname + search, JSON.stringify(newEvent()));
		expect(status).toBe(401);
		expect(stage.stored).toEqual([]);
	});

	test('a secret that is remembered goes before the one that could be worked out', async () => {
		await listening();
		const { pathname, search } = secretAddress();
		const owner = 'this n8n/workflow/WTS Chat Trigger';
		const production = { secret: 'remembered', owner };
		const stage = await unaware({
			workflow: { staticData: { 'node:WTS Chat Trigger': { production } } },
		});
		const post = async (secret: string) =>
			(await stage.post(pathname + secret, JSON.stringify(newEvent()))).status;
		expect([await post(search), await post('?secret=remembered')]).toEqual([401, 200]);
	});
});

test.each([
	['a list', '[]'],
	['a text', '"MESSAGE_RECEIVED"'],
	['nothing', '{}'],
	['no event', '{"eventType":"","content":{}}'],
	['no content', '{"eventType":"MESSAGE_RECEIVED"}'],
	['content that is no record', '{"eventType":"MESSAGE_RECEIVED","content":["m1"]}'],
])('a body with %s gets 400 and starts nothing', async (_name, body) => {
	const stage = await listening();
	const { pathname, search } = secretAddress();
	expect((await stage.post(pathname + search, body)).status).toBe(400);
	expect(stage.executions).toEqual([]);
});

test('a body that is no JSON gets 400 and starts nothing', async () => {
	const stage = await listening();
	const { pathname, search } = secretAddress();
	const { status } = await stage.post(pathname + search, '<html></html>', 'text/html');
	expect(status).toBe(400);
	expect(stage.executions).toEqual([]);
});

test('an event that the workflow does not ask for is taken and starts nothing', async () => {
	const stage = await listening();
	const { pathname, search } = secretAddress();
	const body = JSON.stringify({ ...newEvent(), eventType: 'CONTACT_NEW' });
	expect((await stage.post(pathname + search, body)).status).toBe(200);
	expect(stage.executions).toEqual([]);
});

describe('events that are delivered again', () => {
	test('start the workflow once', async () => {
		const stage = await listening();
		sandbox().events.options.copies = 3;
		sandbox().writeAsContact(PHONE, { text: 'um' });
		sandbox().writeAsContact(PHONE, { text: 'dois' });
		await sandbox().events.settled();
		expect(stage.executions.map(({ json }) => json.text).sort()).toEqual(['dois', 'um']);
		expect(stage.answers).toEqual(Array(6).fill(200));
	});

	test('start it every time when that is wanted', async () => {
		const stage = await listening({ ignoreRepeats: false });
		sandbox().events.options.copies = 3;
		sandbox().writeAsContact(PHONE, { text: 'um' });
		await sandbox().events.settled();
		expect(stage.executions).toHaveLength(3);
	});

	test('start every workflow that listens, once each', async () => {
		const one = await listening();
		const other = await listening({}, { workflow: { id: 'other' }, webhookId: 'other' });
		sandbox().events.options.copies = 2;
		sandbox().writeAsContact(PHONE, { text: 'um' });
		await sandbox().events.settled();
		expect([one.executions.length, other.executions.length]).toEqual([1, 1]);
	});

	test('start it once when almost an hour lies between them', async () => {
		const stage = await listening();
		const event = newEvent();
		const [early, late] = [Date.now(), Date.now() + 59 * 60_000];
		const clock = jest.spyOn(Date, 'now');
		for (const now of [early, late]) {
			clock.mockReturnValue(now);
			sandbox().events.repeat(event);
			await sandbox().events.settled();
		}
		clock.mockRestore();
		expect(stage.executions).toHaveLength(1);
	});

	test('start it once when hundreds of others have come between them', async () => {
		const stage = await listening();
		const event = newEvent();
		const others = Array.from({ length: 300 }, newEvent);
		for (const told of [[event], others, [event]]) {
			told.forEach((one) => sandbox().events.repeat(one));
			await sandbox().events.settled();
		}
		expect(stage.executions).toHaveLength(301);
	});

	test.each([
		['the same record at two moments', { date: '2026-09-10T13:02:11.2Z' }],
		['two records at the same moment', { content: { id: 's2' } }],
		['two things about a record at the same moment', { eventType: 'SESSION_COMPLETE' as const }],
	])('are two when they tell of %s', async (_name, other) => {
		const stage = await trigger({
			parameters: { events: ['SESSION_UPDATE', 'SESSION_COMPLETE'] },
			account: sandbox(),
		});
		await stage.activate();
		const told = {
			eventType: 'SESSION_UPDATE' as const,
			date: '2026-09-10T13:02:11.1Z',
			content: { id: randomUUID() },
			changeMetadata: null,
		};
		sandbox().events.repeat(told);
		sandbox().events.repeat({ ...told, ...other });
		await sandbox().events.settled();
		expect(stage.executions).toHaveLength(2);
	});

	test('can be tried again and again while somebody listens in the editor', async () => {
		const stage = await listening({}, { test: true });
		sandbox().events.options.copies = 2;
		sandbox().writeAsContact(PHONE, { text: 'um' });
		await sandbox().events.settled();
		expect(stage.executions).toHaveLength(2);
	});
});

test('events that come out of order are passed on as they come', async () => {
	const stage = await trigger({
		parameters: { events: ['MESSAGE_RECEIVED', 'SESSION_UPDATE'] },
		account: sandbox(),
	});
	await stage.activate();
	sandbox().events.options.reversed = true;
	sandbox().writeAsContact(PHONE, { text: 'um' });
	await sandbox().events.settled();
	expect(stage.executions.map(({ json }) => json.eventType).sort()).toEqual([
		'MESSAGE_RECEIVED',
		'SESSION_UPDATE',
	]);
});

test('deliveries that come late are taken', async () => {
	const stage = await listening();
	sandbox().events.options.delayMs = 100;
	sandbox().writeAsContact(PHONE, { text: 'um' });
	await sandbox().events.settled();
	expect(stage.executions).toHaveLength(1);
});

describe('Download File', () => {
	const MEGABYTE = 1024 * 1024;
	const proposal = Buffer.from('%PDF-1.7 proposta');
	const send = async (stage: TriggerStage, content = proposal) => {
		const file = { name: 'proposta 118.pdf', mimeType: 'application/pdf', content };
		sandbox().writeAsContact(PHONE, { text: 'Segue', file });
		await sandbox().events.settled();
		await stage.settled();
	};

	test('puts the file of a message into the binary field', async () => {
		const stage = await listening({ downloadFile: true, fileField: 'anexo' });
		await send(stage);
		const binary = stage.executions[0]?.binary;
		expect(Object.keys(binary ?? {})).toEqual(['anexo']);
		expect(binary?.anexo).toMatchObject({
			fileName: 'proposta 118.pdf',
			mimeType: 'application/pdf',
			fileSize: '17 B',
		});
		expect(stage.executions[0]?.json.fileError).toBeUndefined();
	});

	test('leaves a message without a file as it is', async () => {
		const stage = await listening({ downloadFile: true });
		sandbox().writeAsContact(PHONE, { text: 'Oi' });
		await sandbox().events.settled();
		expect(stage.executions[0]?.binary).toBeUndefined();
		expect(stage.executions[0]?.json.fileError).toBeUndefined();
	});

	test('does not fetch a file unless it is asked to', async () => {
		const stage = await listening();
		await send(stage);
		expect(stage.executions[0]?.binary).toBeUndefined();
		expect(sandbox().requests.filter(({ path }) => path.startsWith('/storage'))).toEqual([]);
	});

	test('a file that is too large is left where it is, and the message says so', async () => {
		const stage = await listening({ downloadFile: true, maxFileSize: 1 });
		await send(stage, Buffer.alloc(MEGABYTE + 1));
		expect(stage.executions[0]).toMatchObject({
			json: { text: 'Segue', fileError: 'The file is larger than 1 MB.' },
		});
		expect(stage.executions[0]?.binary).toBeUndefined();
	});

	test.each([
		['just as large as it may be', { maxFileSize: 1 }, 1],
		['of some megabytes, where no limit is chosen', {}, 3],
	])('fetches a file that is %s', async (_name, options, megabytes) => {
		const stage = await listening({ downloadFile: true, ...options });
		await send(stage, Buffer.alloc(megabytes * MEGABYTE));
		expect(stage.executions[0]?.json).toMatchObject({ text: 'Segue' });
		expect(stage.executions[0]?.json.fileError).toBeUndefined();
		expect(stage.executions[0]?.binary?.data).toMatchObject({ fileName: 'proposta 118.pdf' });
	});

	test('fetches a file that the event names by its ID alone', async () => {
		const stage = await listening({ downloadFile: true });
		sandbox().events.options.delayMs = NEVER_MS;
		const file = { name: 'foto.png', mimeType: 'image/png', content: Buffer.from('png') };
		const message = sandbox().writeAsContact(PHONE, { file });
		const body = { ...newEvent(), content: { ...message, details: null } };
		const { pathname, search } = secretAddress();
		await stage.post(pathname + search, JSON.stringify(body));
		await stage.settled();
		expect(stage.executions[0]?.binary?.data).toMatchObject({
			fileName: 'foto.png',
			mimeType: 'image/png',
		});
	});

	test('a file that cannot be fetched does not lose the message', async () => {
		const stage = await listening({ downloadFile: true });
		sandbox().account.fileContents.set = function (this: Map<string, Buffer>) {
			return this;
		};
		await send(stage);
		expect(stage.executions[0]?.json).toMatchObject({
			text: 'Segue',
			fileError: 'The file could not be fetched.',
		});
		expect(stage.answers).toEqual([200]);
	});
});
