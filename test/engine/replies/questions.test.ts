import type { IDataObject } from 'n8n-workflow';
import { randomUUID } from 'node:crypto';
import { useSandbox } from '../../support/account';
import { phoneOf, useAsking } from '../../support/asking';
import { useHeldClock } from '../../support/heldClock';
import { anotherProcess } from '../../support/otherProcess';
import { agentThatCalls } from '../../support/engine';
import { tidied, useWaiting } from '../../support/waiting';

const sandbox = useSandbox();
const n8n = useWaiting();
const { ask, waits } = useAsking(sandbox, n8n);

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const clock = useHeldClock(5_000, 50);
const { asMinutesPass } = clock;

const texts = (given: IDataObject[]) => given.map(({ text }) => text);

const questions = () =>
	sandbox().account.messages.filter(({ text }) => text?.startsWith('Pergunta')).length;

async function write(n: number, text: string) {
	const message = sandbox().writeAsContact(phoneOf(n), { text });
	await sandbox().events.settled();
	await n8n().settled();
	return message;
}

/** A message as WTS Chat delivers it once more. */
const deliveryOf = (content: object) => ({
	eventType: 'MESSAGE_RECEIVED',
	date: new Date().toISOString(),
	content: { ...content } as IDataObject,
});

/** Asks one contact after the other with the same node, as Loop Over Items does. */
async function askOneByOne(contacts: number[], parameters: IDataObject = {}) {
	const [first = 0, ...others] = contacts.map((n) => ({ phone: `+${phoneOf(n)}` }));
	return await n8n().run({
		parameters: {
			resource: 'message',
			operation: 'sendAndWait',
			sendTo: 'contact',
			to: '={{ $json.phone ?? $("Feed").first().json.phone }}',
			message: 'Pergunta',
			responseType: 'approval',
			...parameters,
		},
		account: sandbox(),
		items: [first as IDataObject],
		next: others,
	});
}

const restarted = anotherProcess();

/** n8n starts again; it remembers nothing. */
async function startAgain(): Promise<void> {
	const trigger = await restarted.TriggerStage.start({
		parameters: { events: ['MESSAGE_RECEIVED'] },
		account: sandbox(),
	});
	await trigger.activate();
}

describe('one node that asks again in the same execution', () => {
	test('takes for each question the reply of the contact who was asked', async () => {
		const { id, finished } = await askOneByOne([1, 2, 3]);
		for (const n of [1, 2, 3]) {
			await tidied(() => questions() === n && n8n().isWaiting(id));
			await write(n, `Sim, ${n}`);
		}
		await finished;
		expect(texts(n8n().given(id))).toEqual(['Sim, 1', 'Sim, 2', 'Sim, 3']);
	});

	test('ignores a reply to the question before, however often and wherever it is delivered again', async () => {
		const { id, finished } = await askOneByOne([1, 2]);
		const firstAddress = waits()[0]!.url!;
		const reply = await write(1, 'Sim');
		await tidied(() => questions() === 2 && n8n().isWaiting(id));
		const secondAddress = waits().at(-1)!.url!;
		for (const url of [firstAddress, secondAddress, firstAddress]) {
			expect(await n8n().post(url, deliveryOf(reply))).toBe(200);
		}
		await write(1, 'Sim, com certeza');
		await n8n().settled();
		expect(n8n().isWaiting(id)).toBe(true);

		await write(2, 'Não');
		await finished;
		expect(texts(n8n().given(id))).toEqual(['Sim', 'Não']);
		await asMinutesPass(() => waits().length === 0);
	});

	test('uses a reply once, where it asks the same contact again', async () => {
		sandbox().events.options.copies = 3;
		const { id, finished } = await askOneByOne([1, 1]);
		await write(1, 'talvez');
		await tidied(() => questions() === 2 && n8n().isWaiting(id));
		clock.pass(5_000);
		await asMinutesPass(() => waits().length === 1);
		expect(n8n().isWaiting(id)).toBe(true);
		expect(questions()).toBe(2);

		await write(1, 'sim');
		await finished;
		expect(texts(n8n().given(id))).toEqual(['talvez', 'sim']);
	});

	test('does not end with the time of the question before', async () => {
		const { id, finished } = await askOneByOne([1, 2], {
			resumeAmount: 10,
			resumeUnit: 'minutes',
		});
		clock.pass(9 * MINUTE_MS);
		await write(1, 'Sim');
		await tidied(() => questions() === 2 && n8n().isWaiting(id));
		clock.pass(5 * MINUTE_MS);
		await n8n().settled();
		expect(n8n().isWaiting(id)).toBe(true);
		clock.pass(5 * MINUTE_MS);
		await finished;
		expect(
			n8n()
				.given(id)
				.map(({ replied }) => replied),
		).toEqual([true, false]);
	});
});

test('an agent that asks two contacts in one step asks one of them, and is told to ask the other later', async () => {
	const agent = agentThatCalls([{ phone: `+${phoneOf(1)}` }, { phone: `+${phoneOf(2)}` }]);
	const { id } = await n8n().run(
		{
			parameters: {
				resource: 'message',
				operation: 'sendAndWait',
				sendTo: 'contact',
				to: "={{ $fromAI('phone', 'Whom to ask', 'string') }}",
				message: 'Pergunta',
			},
			account: sandbox(),
		},
		agent,
	);
	expect(questions()).toBe(1);
	expect(n8n().isWaiting(id)).toBe(true);
	await write(2, 'Sim');
	await tidied(() => !n8n().isWaiting(id));
	await tidied(() => n8n().given(id, 'Agent').length > 0);
	const [{ answers } = {}] = n8n().given(id, 'Agent');
	expect(JSON.stringify((answers as unknown[])[0])).toContain('call it again for this contact');
	expect(answers).toEqual([
		[expect.anything()],
		[expect.objectContaining({ replied: true, text: 'Sim' })],
	]);
});

describe('two executions that wait for one contact', () => {
	test('get one message each, the newest question first', async () => {
		const older = await ask(1);
		const newest = await ask(1);
		await write(1, 'para a última');
		expect(texts((await newest.finished).items.map(({ json }) => json))).toEqual(['para a última']);
		expect(n8n().isWaiting(older.id)).toBe(true);
		await write(1, 'para a primeira');
		expect(texts((await older.finished).items.map(({ json }) => json))).toEqual([
			'para a primeira',
		]);
	});

	test('do not both get one message, also when it is delivered again or read from the API', async () => {
		const older = await ask(1);
		const newest = await ask(1);
		const reply = await write(1, 'Sim');
		await newest.finished;
		const [left] = waits().filter(({ url }) => url?.includes(`/${older.id}/`));
		expect(await n8n().post(left!.url!, deliveryOf(reply))).toBe(200);
		clock.pass(5_000);
		await asMinutesPass(() => waits().length === 1);
		await n8n().settled();
		expect(n8n().isWaiting(older.id)).toBe(true);
	});

	test('do not both get it after a new start of n8n either', async () => {
		const older = await ask(1);
		const newest = await ask(1);
		const reply = await write(1, 'Sim');
		await newest.finished;
		await tidied(() => waits().length === 1 && / after /.test(waits()[0]!.name!));

		await startAgain();
		const looks = () => sandbox().requests.filter(({ path }) => path === '/chat/v2/session').length;
		const before = looks();
		await asMinutesPass(() => looks() > before);
		expect(await n8n().post(waits()[0]!.url!, deliveryOf(reply))).toBe(200);
		expect(n8n().isWaiting(older.id)).toBe(true);
	});
});

describe('when the time is over', () => {
	const shortly = { resumeAmount: 10, resumeUnit: 'minutes' };

	test('the execution goes on, and nothing is left', async () => {
		const { finished } = await ask(1, shortly);
		clock.pass(10 * MINUTE_MS);
		await tidied(() => waits().length === 0);
		expect((await finished).items.map(({ json }) => json)).toEqual([
			{ replied: false, sessionId: expect.any(String), messageId: expect.any(String) },
		]);
	});

	test.each([
		[9, true],
		[11, false],
	])('while n8n is away, a reply after %i of 10 minutes counts: %p', async (minutes, replied) => {
		const { finished } = await ask(1, shortly);
		sandbox().events.options.delayMs = HOUR_MS;
		const message = sandbox().writeAsContact(phoneOf(1), { text: 'Sim' });
		message.createdAt = new Date(Date.now() + minutes * MINUTE_MS).toISOString();
		// nobody looks after it: n8n is away
		jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 30 * MINUTE_MS);
		await startAgain();
		expect((await finished).items[0]?.json.replied).toBe(replied);
	});

	test('an n8n that the API does not answer goes on an hour later by itself', async () => {
		const { id, finished } = await ask(1, shortly);
		await n8n().timeOut(id);
		expect((await finished).items[0]?.json).toMatchObject({ replied: false });
	});
});

describe('a contact who is asked again if not understood', () => {
	const AGAIN =
		'Desculpe, não entendi. Por favor, responda com uma destas opções:\n\n1. Sim\n2. Não';
	const approval = { responseType: 'approval', options: { askAgain: 2 } };
	const askedAgain = () => sandbox().account.messages.filter(({ text }) => text === AGAIN).length;
	const replyOf = async (finished: Promise<{ items: Array<{ json: IDataObject }> }>) =>
		(await finished).items[0]?.json;

	test('is asked in the same conversation, once for each message, until the reply is understood', async () => {
		sandbox().events.options.copies = 3;
		const { id, finished } = await ask(1, approval);
		await write(1, 'talvez');
		expect(askedAgain()).toBe(1);
		await write(1, 'não sei');
		expect(askedAgain()).toBe(2);
		expect(n8n().isWaiting(id)).toBe(true);
		const sessions = sandbox()
			.account.messages.filter(({ text }) => text === AGAIN || text?.startsWith('Pergunta 1'))
			.map(({ sessionId }) => sessionId);
		expect(new Set(sessions).size).toBe(1);
		await write(1, 'pode sim');
		expect(await replyOf(finished)).toMatchObject({ approved: true, text: 'pode sim' });
		expect(askedAgain()).toBe(2);
	});

	test('is not asked again after the chosen times: the workflow goes on with the last reply', async () => {
		const { finished } = await ask(1, approval);
		for (const text of ['talvez', 'não sei', 'depende']) await write(1, text);
		expect(await replyOf(finished)).toMatchObject({ approved: null, text: 'depende' });
		expect(askedAgain()).toBe(2);
	});

	test('may write in several messages: the next time of asking comes after a reply to the one before', async () => {
		const { id, finished } = await ask(1, approval);
		const texts = ['oi', 'quem é?', 'não entendi'];
		for (const text of texts) sandbox().writeAsContact(phoneOf(1), { text });
		await sandbox().events.settled();
		await n8n().settled();
		expect(askedAgain()).toBe(1);
		expect(n8n().isWaiting(id)).toBe(true);
		await write(1, 'depende');
		expect(askedAgain()).toBe(2);
		await write(1, 'ok, sim');
		expect(await replyOf(finished)).toMatchObject({ approved: true, text: 'ok, sim' });
	});

	test('is asked again where others write in the conversation as well', async () => {
		const { finished } = await ask(1, approval);
		const { messages } = sandbox().account;
		for (const n of [1, 2]) {
			const message = sandbox().writeAsContact(phoneOf(1), { text: `talvez ${n}` });
			messages.push({ ...message, id: randomUUID(), type: 'NOTE', direction: 'TO_HUB' });
			await sandbox().events.settled();
			await n8n().settled();
			expect(askedAgain()).toBe(n);
		}
		await write(1, 'depende');
		expect(await replyOf(finished)).toMatchObject({ approved: null, text: 'depende' });
	});

	test('is not asked again for the same message after n8n has started again', async () => {
		const { id, finished } = await ask(1, approval);
		const reply = await write(1, 'talvez');
		await startAgain();
		const looks = () => sandbox().requests.filter(({ path }) => path === '/chat/v2/session').length;
		const before = looks();
		await asMinutesPass(() => looks() > before);
		expect(await n8n().post(waits()[0]!.url!, deliveryOf(reply))).toBe(200);
		await n8n().settled();
		expect(askedAgain()).toBe(1);
		expect(n8n().isWaiting(id)).toBe(true);
		await write(1, '2');
		expect(await replyOf(finished)).toMatchObject({ approved: false, text: '2' });
	});

	test('has replied, where the time is over before it is understood', async () => {
		const { finished } = await ask(1, { ...approval, resumeAmount: 5, resumeUnit: 'minutes' });
		await write(1, 'talvez');
		clock.pass(5 * MINUTE_MS);
		await tidied(() => waits().length === 0);
		expect(await replyOf(finished)).toMatchObject({
			replied: true,
			approved: null,
			text: 'talvez',
		});
	});

	test('can be asked with other words, and is not where any reply will do', async () => {
		const options = { askAgain: 1, askAgainText: 'Como?' };
		await ask(1, { responseType: 'choice', choices: 'Manhã,Tarde', options });
		await write(1, 'à noite');
		const texts = sandbox().account.messages.map(({ text }) => text);
		expect(texts).toContain('Como?\n\n1. Manhã\n2. Tarde');

		const { finished } = await ask(2, { options });
		await write(2, 'à noite');
		expect(await replyOf(finished)).toMatchObject({ text: 'à noite' });
	});

	test('goes on with what was said, where asking again fails', async () => {
		const { finished } = await ask(1, approval);
		sandbox().faults.rules = [{ fault: '500 with a key', rate: 1, on: /POST .*send/ }];
		await write(1, 'talvez');
		expect(await replyOf(finished)).toMatchObject({ approved: null, text: 'talvez' });
	});
});

test.each<[IDataObject, string, IDataObject]>([
	[
		{ responseType: 'choice', choices: '={{ $json.offered.join() }}' },
		'a segunda',
		{ choice: 'Tarde' },
	],
	[{ responseType: 'approval', approveLabel: '={{ $json.yes }}' }, 'Fico', { approved: true }],
	[
		{ responseType: 'approval', options: { askAgain: '={{ $json.times }}' } },
		'talvez',
		{ approved: null },
	],
])('a reply is read by what the item says that was asked about: %j', async (more, text, read) => {
	const { id, outcome, finished } = await n8n().run({
		parameters: {
			resource: 'message',
			operation: 'sendAndWait',
			sendTo: 'contact',
			to: `+${phoneOf(1)}`,
			message: 'Pergunta',
			...more,
		},
		account: sandbox(),
		items: [{ offered: ['Manhã', 'Tarde'], yes: 'Fico', times: 0 }],
	});
	expect(outcome.error).toBeUndefined();
	await write(1, text);
	await finished;
	expect(n8n().given(id)).toEqual([expect.objectContaining({ ...read, text })]);
});

test('a subscription that somebody removes while the execution waits is made again', async () => {
	const { finished } = await ask(1);
	const { account } = sandbox();
	const [removed] = waits();
	account.subscriptions = account.subscriptions.filter((one) => one !== removed);
	await asMinutesPass(() => waits().length === 1);
	await write(1, 'Sim');
	expect(texts((await finished).items.map(({ json }) => json))).toEqual(['Sim']);
});

test('a question that the API does not date waits, dated by the clock of n8n', async () => {
	const { messages } = sandbox().account;
	const { push } = messages;
	messages.push = (...added) => {
		for (const message of added) Object.assign(message, { createdAt: undefined });
		messages.push = push;
		return push.apply(messages, added);
	};
	const before = Date.now();
	const { finished } = await ask(1);
	const asked = Number(new URL(waits()[0]!.url!).searchParams.get('asked'));
	expect(asked).toBeGreaterThanOrEqual(before);
	expect(asked).toBeLessThanOrEqual(Date.now());
	await write(1, 'Sim');
	expect((await finished).items[0]?.json.text).toBe('Sim');
});

test.each([401, 404])(
	'an n8n whose own address answers %i is told before anything is sent',
	async (status) => {
		n8n().answersInstead = status;
		await expect(ask(1)).rejects.toThrow(
			`No reply could come in: the address of this execution answers with status ${status}`,
		);
		expect(questions()).toBe(0);
		expect(waits()).toEqual([]);
	},
);
