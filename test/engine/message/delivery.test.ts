import { useSandbox } from '../../support/account';
import { run, start } from '../../support/engine';
import { scriptedApi, type Step } from '../../support/scriptedApi';

const sandbox = useSandbox();

const ID = '5b0c8a52-6d1e-4f0a-9b57-2c3d4e5f6a70';

const message = (deliverySeconds: number, to = '+55 11 90000-0001') => ({
	resource: 'message',
	operation: 'sendText',
	text: 'Bom dia!',
	to,
	waitForDelivery: true,
	deliverySeconds,
});

/** Sends a text through an API that answers these steps. */
async function sendThrough(seconds: number, ...steps: Step[]) {
	const api = await scriptedApi({ json: { id: ID, status: 'QUEUED' } }, ...steps);
	const outcome = await run({
		parameters: message(seconds),
		account: { url: api.url, apiKey: 'pn_0' },
	});
	return { ...outcome, requests: api.requests };
}

const status = (value: string): Step => ({ json: { id: ID, status: value } });

test('the message is followed until it is delivered', async () => {
	const { items } = await run({ parameters: message(10), account: sandbox() });
	const id = sandbox().account.messages.at(-1)?.id;
	expect(items[0]?.json).toMatchObject({ id, status: 'DELIVERED', sentAt: expect.any(String) });
	expect(items[0]?.json).not.toHaveProperty('timedOut');
	const [, ...reads] = sandbox().requests.map(({ method, path }) => `${method} ${path}`);
	expect(reads).toEqual(Array(2).fill(`GET /chat/v1/send/message/${id}`));
});

test('a message that fails is an error with the reason', async () => {
	const template = {
		...message(10, '+55 11 98888-0000'),
		operation: 'sendTemplate',
		from: { __rl: true, mode: 'number', value: '551130000000' },
		templateId: sandbox().account.templates[0]?.id,
		specifyParameters: 'json',
		templateParametersJson: '{ "nome": "Júlia", "pedido": "1" }',
	};
	const { error } = await run({ parameters: template, account: sandbox() });
	expect(error).toMatchObject({
		name: 'NodeApiError',
		message: 'The message did not reach the contact',
		description: 'WTS Chat says: "Número sem WhatsApp."',
	});
});

test('a text outside of the 24 hours fails with the reason of the API', async () => {
	const { error } = await run({
		parameters: message(10, '+55 11 97777-1234'),
		account: sandbox(),
	});
	expect(error?.description).toContain('A janela de 24 horas está fechada.');
});

test('where the node continues, the failed item names the message', async () => {
	const { items } = await run({
		parameters: message(10, '={{ $json.to }}'),
		items: [{ to: '+55 11 97777-1234' }, { to: '+55 11 90000-0001' }],
		settings: { onError: 'continueRegularOutput' },
		account: sandbox(),
	});
	const failed = sandbox().account.messages.find(
		({ text, status }) => text === 'Bom dia!' && status === 'FAILED',
	);
	expect(items[0]?.json).toMatchObject({
		error: 'The message did not reach the contact',
		details: { id: failed?.id, status: 'FAILED', reason: 'A janela de 24 horas está fechada.' },
	});
	expect(items[1]?.json).toMatchObject({ status: 'DELIVERED' });
});

test('when the time is up, the last status comes out', async () => {
	const { items } = await sendThrough(1, status('SENT'));
	expect(items[0]?.json).toEqual({ id: ID, status: 'SENT', timedOut: true });
});

test('an update that comes late does not lead back', async () => {
	const { items } = await sendThrough(2, status('SENT'), status('QUEUED'));
	expect(items[0]?.json).toEqual({ id: ID, status: 'SENT', timedOut: true });
});

test('a status that cannot be read does not pass for a message that was not sent', async () => {
	const refusal = { status: 500, json: { key: 'ERROR_UNEXPECTED', text: 'Erro' } };
	const { error, requests } = await sendThrough(5, refusal);
	expect(error).toMatchObject({
		message: 'The message was sent, but its status cannot be read',
		description: expect.stringContaining('Do not send it again'),
	});
	expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

test('without the option nothing is read after the send', async () => {
	await run({ parameters: { ...message(0), options: {} }, account: sandbox() });
	expect(sandbox().requests).toHaveLength(1);
});

test('stopping the run ends the wait', async () => {
	const api = await scriptedApi({ json: { id: ID, status: 'QUEUED' } }, status('QUEUED'));
	const { cancel, finished } = await start({
		parameters: message(600),
		account: { url: api.url, apiKey: 'pn_0' },
	});
	await api.arrived(2);
	cancel();
	expect((await finished).status).toBe('canceled');
});
