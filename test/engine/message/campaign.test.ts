import type { IDataObject } from 'n8n-workflow';
import { sessionAt, useSandbox } from '../../support/account';
import { run, start } from '../../support/engine';

const sandbox = useSandbox();

const PHONES = ['5511987650001', '5511987650002', '5511987650003'];
const OPT_OUT = 'Não perturbe';

/** A tag of the account that these contacts have, and no others. */
function optedOut(...phones: string[]): string {
	const { account } = sandbox();
	const tag = { ...account.tags[0]!, id: '7d5f7a9b-1c2e-4d6f-8a0b-2c4d6e8f0a1c', name: OPT_OUT };
	account.tags.push(tag);
	phones.forEach((phone, n) => {
		account.contacts.push({
			...account.contacts[0]!,
			id: `8d5f7a9b-1c2e-4d6f-8a0b-2c4d6e8f0a1${n}`,
			phoneNumber: `+55|${phone.slice(2)}`,
			tagIds: [tag.id],
		});
	});
	return tag.id;
}

const campaign = (options: IDataObject, more: IDataObject = {}) => ({
	parameters: {
		resource: 'message',
		operation: 'sendTemplate',
		from: { __rl: true, mode: 'number', value: '551130000000' },
		to: '=+{{ $json.to }}',
		templateId: sandbox().account.templates[0]?.id,
		specifyParameters: 'json',
		templateParametersJson: '{ "nome": "Júlia", "pedido": "1" }',
		options,
		...more,
	},
	account: sandbox(),
	items: PHONES.map((to) => ({ to })),
});

const sentTo = () =>
	sandbox().requests.flatMap(({ path, body }) =>
		path.startsWith('/chat/v1/send/') ? [(body as IDataObject).to] : [],
	);

test('contacts with the tag get nothing, however their number is written, and the sum is told', async () => {
	// one is in the archive, the other has its number without the ninth digit
	const tag = optedOut('5511987650001', '551187650003');
	sandbox().account.contacts.at(-1)!.status = 'ARCHIVED';
	const { items, hints } = await run(campaign({ skipTagIds: [tag] }));
	const left = { sent: false, reason: `The contact has the tag "${OPT_OUT}"` };
	expect(items.map(({ json }) => json)).toEqual([
		left,
		expect.objectContaining({ sent: true, status: 'QUEUED' }),
		left,
	]);
	expect(sentTo()).toEqual([PHONES[1]]);
	expect(hints).toContain(
		`Of 3 messages, 1 were sent, 2 were skipped (The contact has the tag "${OPT_OUT}": 2), and 0 failed.`,
	);
});

test('who has the tag is read once for the whole run', async () => {
	const tag = optedOut('5511987650001');
	await run(campaign({ skipTagIds: [tag] }));
	const reads = sandbox().requests.filter(({ path }) => !path.startsWith('/chat/'));
	expect(reads.map(({ path, body }) => [path, (body as IDataObject | undefined)?.status])).toEqual([
		['/core/v1/tag', undefined],
		['/core/v1/contact/filter', 'ACTIVE'],
		['/core/v1/contact/filter', 'ARCHIVED'],
	]);
});

test('a tag goes by its name as well, and one that is misspelled sends nothing', async () => {
	optedOut('5511987650001');
	const { items } = await run(campaign({ skipTagIds: '={{ ["não perturbe "] }}' }));
	expect(items[0]?.json.sent).toBe(false);
	const before = sentTo();
	const { error } = await run(campaign({ skipTagIds: '={{ ["Nao perturbe"] }}' }));
	expect(error?.message).toBe(
		"'Skip Contacts with Tags' names a tag that the account does not have",
	);
	expect(sentTo()).toEqual(before);
});

test('into a session it is the contact of the session that counts', async () => {
	const { id, contactId } = sessionAt(sandbox(), 0);
	const tag = optedOut();
	sandbox().account.contacts.find((contact) => contact.id === contactId)!.tagIds = [tag];
	const values = { operation: 'sendText', sendTo: 'session', sessionId: id, text: 'Oi' };
	const { items } = await run(campaign({ skipTagIds: [tag] }, values));
	expect(items.map(({ json }) => json.sent)).toEqual([false, false, false]);
});

test('what can go only alone does not go in one request for all', async () => {
	const { error } = await run(campaign({ batching: true, messagesPerMinute: 5 }));
	expect(error?.message).toBe("'Messages per Minute' cannot go with 'One Request for All Items'");
	const tagged = await run(campaign({ batching: true, skipTagIds: [optedOut()] }));
	expect(tagged.error?.message).toBe(
		"'Skip Contacts with Tags' cannot go with 'One Request for All Items'",
	);
	expect(sandbox().requests).toEqual([]);
});

test('stopping the run ends the campaign', async () => {
	const { cancel, finished } = await start(campaign({ messagesPerMinute: 1 }));
	while (sentTo().length === 0) await new Promise(setImmediate);
	cancel();
	expect((await finished).status).toBe('canceled');
	expect(sentTo()).toHaveLength(1);
});
