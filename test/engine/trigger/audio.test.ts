import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { speedUp } from '../../support/clock';
import { scriptedApi, type Step } from '../../support/scriptedApi';
import { useTriggers } from '../../support/trigger';

const trigger = useTriggers();

let slowDown: () => void;
beforeEach(() => (slowDown = speedUp(200)));
afterEach(() => slowDown());

const READY = { text: 'Quero sair da lista', processing: false, error: false };
const BEGUN = { text: null, processing: true, error: false };
const MESSAGE = { sessionId: 's1', type: 'AUDIO', text: null, direction: 'FROM_HUB' };

/** Nothing but the audio is read. */
const ALONE = { passOverReplies: false, readContact: false };

/** The API's answer to whoever reads the message while its transcription is in this state. */
const message = (transcription: IDataObject | null): Step => ({
	json: { ...MESSAGE, details: { transcription } },
});

/** What the workflow gets for an audio, and what was read for it. */
async function heard(
	told: IDataObject,
	{ options = {}, ...parameters }: IDataObject,
	...answers: Step[]
) {
	const api = await scriptedApi(...answers);
	const stage = await trigger({
		parameters: {
			events: ['MESSAGE_RECEIVED'],
			options: { ...ALONE, useTranscription: true, ...(options as IDataObject) },
			...parameters,
		},
		account: { url: api.url, apiKey: 'k' },
	});
	const content = { id: randomUUID(), ...MESSAGE, ...told };
	const body = { eventType: 'MESSAGE_RECEIVED', date: '2026-09-10T13:02:11Z', content };
	await stage.execute([{ json: { body } }], 'webhook');
	const read = api.requests.map(({ url }) => url.replace(content.id, 'm1').split('?')[0]);
	return { items: stage.executions.map(({ json }) => json), read };
}

test('an audio that is transcribed already has what was said as its text, and nothing is read', async () => {
	const { items, read } = await heard({ details: { transcription: READY } }, {});
	expect(items).toMatchObject([{ text: READY.text, transcription: READY.text }]);
	expect(read).toEqual([]);
});

test('an audio is read until it is transcribed, and once for its details as well', async () => {
	const session: Step = { json: { id: 's1' } };
	const { items, read } = await heard(
		{ details: { transcription: null } },
		{ options: { includeDetails: true } },
		message(null),
		message(BEGUN),
		message(READY),
		session,
	);
	expect(items).toMatchObject([
		{ text: READY.text, transcription: READY.text, record: { details: { transcription: READY } } },
	]);
	expect(read).toEqual([
		'/chat/v1/message/m1',
		'/chat/v1/message/m1',
		'/chat/v1/message/m1',
		'/chat/v2/session/s1',
	]);
});

test.each<[string, string[], number]>([
	['of its words', ['sair'], 1],
	['of none of its words', ['pedido'], 0],
])('what was said passes a filter %s', async (_name, textMatches, count) => {
	const { items } = await heard({}, { filters: { textMatches } }, message(READY));
	expect(items).toHaveLength(count);
});

test('an audio that nobody transcribes comes all the same, and says why it has no text', async () => {
	const { items } = await heard({}, {}, message(null));
	expect(items).toMatchObject([
		{
			text: null,
			transcription: null,
			transcriptionError: 'WTS Chat has no transcription of the audio.',
		},
	]);
});

test('an audio whose message cannot be read comes all the same', async () => {
	const { items } = await heard({}, {}, { status: 403, json: {} });
	expect(items).toMatchObject([{ text: null, transcriptionError: expect.any(String) as string }]);
});

test('the wait is as long as its user says', async () => {
	const { items, read } = await heard({}, { options: { transcriptionSeconds: 4 } }, message(BEGUN));
	expect(items).toMatchObject([
		{ transcriptionError: 'The transcription of the audio did not come in time.' },
	]);
	expect(read).toHaveLength(2);
});

test.each<[string, IDataObject, IDataObject, IDataObject]>([
	['without the option', { details: { transcription: READY } }, { useTranscription: false }, {}],
	['that is no audio', { type: 'TEXT', text: 'Oi' }, {}, { text: 'Oi' }],
])('a message %s is as it came, and nothing is read', async (_name, told, options, given) => {
	const { items, read } = await heard(told, { options });
	expect(items).toMatchObject([{ text: null, ...given }]);
	expect(items[0]).not.toHaveProperty('transcriptionError');
	expect(read).toEqual([]);
});
