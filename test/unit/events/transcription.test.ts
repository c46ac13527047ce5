import type { IDataObject } from 'n8n-workflow';
import {
	awaitTranscription,
	isAudio,
	transcriptionOf,
} from '../../../nodes/WtsChat/events/transcription';

const READY = { text: 'Bom dia!', processing: false, error: false };
const BEGUN = { text: null, processing: true, error: false };
const FAILED = { text: null, processing: false, error: true };

const audio = (transcription: IDataObject | null | undefined): IDataObject => ({
	type: 'AUDIO',
	text: null,
	details: { transcription },
});

test.each<[string, IDataObject, string | undefined]>([
	['is ready', audio(READY), 'Bom dia!'],
	['is still being made, with its beginning', audio({ ...READY, processing: true }), undefined],
	['failed', audio({ ...READY, error: true }), undefined],
	['is empty', audio({ ...READY, text: '' }), undefined],
	['is no text', audio({ ...READY, text: 5 }), undefined],
	['is null', audio(null), undefined],
	['is missing', audio(undefined), undefined],
	['has no details around it', { details: null }, undefined],
	['says nothing of its state', audio({ text: 'Oi' }), 'Oi'],
])('a transcription that %s', (_name, message, text) => {
	expect(transcriptionOf(message)).toBe(text);
});

describe('the wait for a transcription', () => {
	/** Waits for it as an API gives one state after the other, the last one for ever. */
	async function awaited(
		first: IDataObject | null,
		later: Array<IDataObject | null>,
		seconds = 60,
	) {
		let looks = 0;
		let waitedMs = 0;
		const came = await awaitTranscription(
			audio(first),
			async () => audio(later[Math.min(looks++, later.length - 1)]),
			async (ms) => {
				waitedMs += ms;
				return waitedMs < 100_000;
			},
			seconds * 1_000,
		);
		return { came, looks, waitedMs };
	}

	const text = { text: 'Bom dia!' };
	const none = { problem: 'WTS Chat has no transcription of the audio.' };
	const failed = { problem: 'WTS Chat could not transcribe the audio.' };
	const late = { problem: 'The transcription of the audio did not come in time.' };

	test.each<[string, IDataObject | null, Array<IDataObject | null>, number, object, looks: number]>(
		[
			['comes with the event', READY, [], 60, text, 0],
			['comes soon', null, [null, BEGUN, BEGUN, READY], 60, text, 4],
			['is begun when the event comes', BEGUN, [READY], 60, text, 1],
			['takes longer than to begin', null, [...Array(20).fill(BEGUN), READY], 60, text, 21],
			['fails', BEGUN, [BEGUN, FAILED], 60, failed, 2],
			['has failed when the event comes', FAILED, [], 60, failed, 0],
			['is none of the account', null, [null], 60, none, 5],
			['does not end', null, [BEGUN], 60, late, 30],
			['does not end within a short limit', null, [BEGUN], 4, late, 2],
			['is not begun within a short limit', null, [null], 4, late, 2],
			['is begun, and gone', BEGUN, [BEGUN, null], 60, none, 5],
		],
	)('one that %s', async (_name, first, later, seconds, came, looks) => {
		expect(await awaited(first, later, seconds)).toEqual({ came, looks, waitedMs: looks * 2_000 });
	});

	test('ends when the run is stopped', async () => {
		expect(await awaited(BEGUN, [BEGUN], 1_000)).toEqual({
			came: late,
			looks: 49,
			waitedMs: 100_000,
		});
	});
});

test('an audio is told by its type alone', () => {
	expect(isAudio({ type: 'AUDIO' })).toBe(true);
	expect([{ type: 'TEXT' }, { type: '' }, {}].some(isAudio)).toBe(false);
});
