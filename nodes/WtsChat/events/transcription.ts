import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../transport/records';
import type { Sentence } from '../values/sentence';
import * as sentences from './sentences';

const LOOK_MS = 2_000;
/** By then an account that transcribes has begun. */
const BEGUN_MS = 10_000;

/** What came of the words of an audio: what was said, or why it cannot be told. */
type Transcript = { text: string } | { problem: Sentence };

/** Whether a message is spoken. */
export function isAudio({ type }: IDataObject): boolean {
	return type === 'AUDIO';
}

/** What was said in an audio, where WTS Chat has written that down; undefined where it has not. */
export function transcriptionOf({ details }: IDataObject): string | undefined {
	const { text, processing, error } = transcriptionIn(details);
	return processing || error || typeof text !== 'string' || text === '' ? undefined : text;
}

/**
 * Waits until WTS Chat has written down what was said in an audio, where the account has that done.
 *
 * @param look reads the message again
 * @param wait waits so many milliseconds; false when the run was stopped meanwhile
 * @param limitMs how long to wait at most
 */
export async function awaitTranscription(
	message: IDataObject,
	look: () => Promise<IDataObject>,
	wait: (ms: number) => Promise<boolean>,
	limitMs: number,
): Promise<Transcript> {
	let seen = message;
	for (let waited = 0; ; waited += LOOK_MS) {
		const text = transcriptionOf(seen);
		if (text !== undefined) return { text };
		const { processing, error } = transcriptionIn(seen.details);
		if (error) return { problem: sentences.transcriptionFailed };
		if (!processing && waited >= BEGUN_MS) {
			return { problem: sentences.noTranscription };
		}
		if (waited >= limitMs || !(await wait(LOOK_MS))) {
			return { problem: sentences.transcriptionLate };
		}
		seen = await look();
	}
}

function transcriptionIn(details: unknown): IDataObject {
	const transcription = isRecord(details) ? details.transcription : undefined;
	return isRecord(transcription) ? transcription : {};
}
