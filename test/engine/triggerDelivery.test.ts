import { useSandbox } from '../support/account';
import { useFileStorage } from '../support/storedFile';
import { useTriggers, type TriggerStage } from '../support/trigger';

const sandbox = useSandbox();
const trigger = useTriggers();
useFileStorage();

const PHONE = '5511900000001';

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

const event = {
	eventType: 'MESSAGE_RECEIVED',
	date: '2026-09-10T13:02:11.1260435Z',
	content: { id: 'm1', type: 'TEXT', text: 'Oi' },
	changeMetadata: null,
};

describe('nobody else gets in', () => {
	test.each([
		['without the secret', ''],
		['with a wrong secret', '?secret=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
		['with a secret of another length', '?secret=A'],
		['with two secrets', '?secret=A&secret=B'],
	])('a request %s gets 401 and starts nothing', async (_name, search) => {
		const stage = await listening();
		const { status } = await stage.post(
			`${secretAddress().pathname}${search}`,
			JSON.stringify(event),
		);
		expect(status).toBe(401);
		expect(stage.executions).toEqual([]);
	});

	test('the secret of a test run does not open the address of the active workflow', async () => {
		const stage = await listening();
		const listener = await listening({}, { test: true });
		const { search } = secretAddress();
		expect((await stage.post(`/webhook${search}`, JSON.stringify(event))).status).toBe(401);
		expect([...stage.executions, ...listener.executions]).toEqual([]);
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
	const body = JSON.stringify({ ...event, eventType: 'CONTACT_NEW' });
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

	test('are two when two things have happened to the same record', async () => {
		const stage = await trigger({
			parameters: { events: ['SESSION_UPDATE'] },
			account: sandbox(),
		});
		await stage.activate();
		const { id } = sandbox().account.sessions[0]!;
		for (const date of ['2026-09-10T13:02:11.1Z', '2026-09-10T13:02:11.2Z']) {
			sandbox().events.repeat({
				eventType: 'SESSION_UPDATE',
				date,
				content: { id },
				changeMetadata: null,
			});
		}
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
	const content = Buffer.from('%PDF-1.7 proposta');
	const file = { name: 'proposta 118.pdf', mimeType: 'application/pdf', content };
	const send = async (stage: TriggerStage) => {
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
		file.content = Buffer.alloc(1024 * 1024 + 1);
		const stage = await listening({ downloadFile: true, maxFileSize: 1 });
		await send(stage);
		expect(stage.executions[0]).toMatchObject({
			json: { text: 'Segue', fileError: 'The file is larger than 1 MB.' },
		});
		expect(stage.executions[0]?.binary).toBeUndefined();
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
