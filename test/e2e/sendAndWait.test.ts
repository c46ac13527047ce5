import {
	executionsWait,
	phoneOf,
	publishAsking,
	publishLoop,
	publishSubAsking,
	waits,
} from './support/asking';
import { Collector } from './support/collector';
import { endings } from './support/endings';
import { openAccount, type OtherAccount } from './support/otherAccount';
import { joinSite, type Site } from './support/stage';
import { manyWait } from './support/storms';
import { until } from './support/until';

let site: Site;
let collector: Collector;

/** A question that gets no answer in time, in an account of its own: no other wait tidies up after it. */
interface Unanswered extends OtherAccount {
	collector: Collector;
}

let timedOut: Unanswered;
let stopped: Unanswered;

beforeAll(async () => {
	site = await joinSite();
	collector = await Collector.start();
	// it may take a minute until somebody notices that a time is over; other tests run meanwhile
	timedOut = await askInVain('e2eTimeOut', 0.1);
	stopped = await askInVain('e2eStopped', 0.5);
	await stopAndAnswer('e2eStopped', stopped);
});

afterAll(async () => {
	await site?.close();
	await collector?.close();
	for (const unanswered of [timedOut, stopped]) {
		await unanswered?.sandbox.close();
		await unanswered?.collector.close();
	}
});

beforeEach(() => {
	collector.items.length = 0;
});

async function askInVain(id: string, minutes: number): Promise<Unanswered> {
	const account = await openAccount(site.api, id);
	const unanswered = { ...account, collector: await Collector.start() };
	const ask = await publishAsking(site, id, unanswered.collector, {
		parameters: { resumeAmount: minutes, resumeUnit: 'minutes' },
		credentials: account.credentials,
	});
	await ask(1);
	return unanswered;
}

async function stopAndAnswer(id: string, { sandbox }: Unanswered): Promise<void> {
	await executionsWait(site, id, 1);
	const [execution] = await site.api.executions(id);
	await site.api.stopExecution(execution!.id);
	sandbox.writeAsContact(phoneOf(1), { text: 'Sim' });
}

/** What the account has written to the n-th of many contacts. */
function textsTo(n: number) {
	const { contacts, sessions, messages } = site.sandbox.account;
	const contact = contacts.find(
		({ phoneNumber }) => phoneNumber?.replace(/\D/g, '') === phoneOf(n),
	);
	const ids = sessions.filter(({ contactId }) => contactId === contact?.id).map(({ id }) => id);
	return messages
		.filter(({ sessionId, direction }) => ids.includes(sessionId ?? '') && direction === 'TO_HUB')
		.map(({ text }) => text);
}

const isAsked = (n: number) => textsTo(n).some((text) => text?.startsWith('Podemos confirmar?'));

test('two contacts that answer in the wrong order each resume their own execution', async () => {
	const id = 'e2eWrongOrder';
	const ask = await publishAsking(site, id, collector);
	await ask(1);
	await ask(2);
	await executionsWait(site, id, 2);

	site.sandbox.writeAsContact(phoneOf(2), { text: 'Não' });
	expect(await collector.arrived(1)).toEqual([
		expect.objectContaining({ replied: true, text: 'Não', approved: false }),
	]);
	site.sandbox.writeAsContact(phoneOf(1), { text: 'sim, claro' });
	expect(await collector.arrived(2)).toEqual([
		expect.anything(),
		expect.objectContaining({ replied: true, text: 'sim, claro', approved: true }),
	]);
	await waits(site.sandbox, 0);
	// what comes afterwards is nobody's reply
	site.sandbox.writeAsContact(phoneOf(1), { text: 'Quer dizer, não' });
	await site.sandbox.events.settled();
	expect(await endings(site.api, id)).toEqual(['success', 'success']);
});

describe('in a loop over contacts', () => {
	test('each question gets the reply of its own contact, however fast and however often it comes', async () => {
		const id = 'e2eLoop';
		const { sandbox } = site;
		const ask = await publishLoop(site, id, collector);
		await ask([91, 92, 93]);
		sandbox.events.options.copies = 3;
		for (const [place, text] of ['sim', 'não', 'talvez'].entries()) {
			const n = 91 + place;
			await until('the contact is asked', () => isAsked(n));
			const message = sandbox.writeAsContact(phoneOf(n), { text });
			await collector.arrived(place + 1);
			// what was a reply is delivered again while the next contact is asked
			sandbox.events.tell('MESSAGE_RECEIVED', { ...message });
			await sandbox.events.settled();
		}
		sandbox.events.options.copies = 1;
		expect(collector.items.map(({ text, approved }) => [text, approved])).toEqual([
			['sim', true],
			['não', false],
			['talvez', null],
		]);
		await waits(sandbox, 0);
		expect(await endings(site.api, id)).toEqual(['success']);
	});

	test('a contact who is not understood is asked again, and the workflow waits on', async () => {
		const ask = await publishLoop(site, 'e2eAskAgain', collector, { options: { askAgain: 1 } });
		await ask([94]);
		await until('the contact is asked', () => isAsked(94));
		site.sandbox.writeAsContact(phoneOf(94), { text: '1 momento, por favor' });
		const again = () => textsTo(94).filter((text) => text?.startsWith('Desculpe, não entendi'));
		await until('the contact is asked again', () => again().length > 0);
		site.sandbox.writeAsContact(phoneOf(94), { text: 'pode sim' });
		expect(await collector.arrived(1)).toEqual([
			expect.objectContaining({ replied: true, text: 'pode sim', approved: true }),
		]);
		expect(again()).toHaveLength(1);
		await waits(site.sandbox, 0);
	});
});

test('a reply is read by what the item says that was asked about', async () => {
	const id = 'e2eFromItem';
	const choices = '={{ [$json.body.phone, "Outro número"] }}';
	const parameters = { responseType: 'choice', choices };
	const ask = await publishAsking(site, id, collector, { parameters });
	await ask(95);
	await executionsWait(site, id, 1);
	site.sandbox.writeAsContact(phoneOf(95), { text: 'a segunda' });
	expect(await collector.arrived(1)).toEqual([expect.objectContaining({ choice: 'Outro número' })]);
	await waits(site.sandbox, 0);
});

test('a sub-workflow asks, and the workflow that has called it goes on with the reply', async () => {
	const ask = await publishSubAsking(site, 'e2eSub', collector);
	await ask(96);
	await executionsWait(site, 'e2eSubAsking', 1);
	site.sandbox.writeAsContact(phoneOf(96), { text: 'pode sim' });
	expect(await collector.arrived(1)).toEqual([expect.objectContaining({ approved: true })]);
	await waits(site.sandbox, 0);
	expect(await endings(site.api, 'e2eSub')).toEqual(['success']);
});

test('forty executions wait at once, and each gets the reply of its own contact', async () => {
	// eight times as many as listen: most get their reply from another one
	await manyWait(site, collector, 40);
});

test('n8n offers the node to an agent as a way to ask a person', async () => {
	const { data } = await site.api.http.get<Array<{ name: string }>>('/types/nodes.json');
	expect(data.map(({ name }) => name)).toContain('n8n-nodes-wts-chat.wtsChatHitlTool');
});

test('without a reply the workflow goes on when the time is over, and nobody listens any more', async () => {
	expect(await timedOut.collector.arrived(1)).toEqual([
		{ replied: false, sessionId: expect.any(String), messageId: expect.any(String) },
	]);
	await waits(timedOut.sandbox, 0);
});

test('an execution that somebody stops leaves nothing behind once its time is over', async () => {
	await stopped.sandbox.events.settled();
	expect(stopped.collector.items).toEqual([]);
	expect(await endings(site.api, 'e2eStopped')).toEqual(['canceled']);
	await waits(stopped.sandbox, 0);
});
