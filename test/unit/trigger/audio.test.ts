import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Read } from '../../../nodes/WtsChat/transport/reader';
import { heardAudio } from '../../../nodes/WtsChat/trigger/audio';
import { onTheClock } from '../transport/support';
import { event } from './chosen';
import { useClock } from './executions';

useClock();

const READY = { text: 'Quero pedir', processing: false, error: false };
const BEGUN = { text: null, processing: true, error: false };
const FAILED = { text: null, processing: false, error: true };

const audio = (transcription: IDataObject | null, more: IDataObject = {}) => ({
	id: 'm 1',
	type: 'AUDIO',
	text: null,
	details: { file: { id: 'f' }, transcription },
	...more,
});

interface Given {
	seconds?: number;
	/** When somebody stops the run, in milliseconds. */
	stoppedAt?: number;
}

/** What becomes of an audio, of which the API says one thing after the other, then the last one. */
async function heard(content: IDataObject, states: unknown[], given: Given = {}) {
	const { seconds, stoppedAt } = given;
	const reads: unknown[] = [];
	const read = (async ({ path }: { path: string }, again?: string) => {
		reads.push([path, again]);
		const state = states[Math.min(reads.length, states.length) - 1];
		if (state instanceof Error) throw state;
		return state;
	}) as unknown as Read;
	const controller = new AbortController();
	if (stoppedAt !== undefined) setTimeout(() => controller.abort(), stoppedAt);
	const context = { getExecutionCancelSignal: () => controller.signal };
	const began = Date.now();
	const delivery = event('MESSAGE_RECEIVED', content);
	const came = await onTheClock(
		heardAudio(context as unknown as IExecuteFunctions, read, delivery, seconds),
	);
	return { ...came, told: delivery, reads, took: Date.now() - began };
}

test('what was said in an audio is its text, wherever the event tells it', async () => {
	const { delivery, problem, told, reads, took } = await heard(audio(READY), []);
	const content = audio(READY, { text: READY.text });
	expect(delivery).toEqual({ ...told, content, body: { ...told.body, content } });
	expect({ problem, reads, took }).toEqual({ problem: undefined, reads: [], took: 0 });
});

test('it is read anew every two seconds until it is written down', async () => {
	const states = [undefined, audio(null), audio(BEGUN), audio({ ...READY, confidence: 1 })];
	const { delivery, reads, took } = await heard(audio(null), states);
	expect(reads).toEqual(states.map(() => ['/chat/v1/message/m%201', 'again']));
	expect(took).toBe(8_000);
	expect(delivery.content).toEqual(audio(READY, { text: READY.text }));
});

test.each([null, undefined, 'none'])('an audio whose details are %j gets some', async (details) => {
	const { delivery } = await heard(audio(null, { details }), [audio(READY)]);
	expect(delivery.content).toMatchObject({ text: READY.text, details: { transcription: READY } });
	expect(Object.keys(delivery.content.details as object)).toEqual(['transcription']);
});

const LATE = 'The transcription of the audio did not come in time.';

test.each<[string, unknown[], Given, string, number]>([
	['it failed', [audio(FAILED)], {}, 'WTS Chat could not transcribe the audio.', 2_000],
	['there is none', [audio(null)], {}, 'WTS Chat has no transcription of the audio.', 10_000],
	['it is not there in a minute', [audio(BEGUN)], {}, LATE, 60_000],
	['it is not there in the time that is given', [audio(BEGUN)], { seconds: 20 }, LATE, 20_000],
	['somebody stops the run', [audio(BEGUN)], { stoppedAt: 5_000 }, LATE, 5_000],
	['it cannot be read', [new Error('It is refused')], {}, 'It is refused', 2_000],
])('where %s, the message says so and stays as it is', async (_, states, given, problem, ms) => {
	const came = await heard(audio(BEGUN), states, given);
	expect(came).toMatchObject({ problem, delivery: came.told });
	expect(came.took).toBe(ms);
});
