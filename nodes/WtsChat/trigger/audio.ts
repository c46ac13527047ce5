import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Delivery } from '../events/delivery';
import { awaitTranscription } from '../events/transcription';
import { get } from '../transport/contract';
import { pause } from '../transport/pause';
import type { Read } from '../transport/reader';
import { isRecord } from '../transport/records';

/** An audio message, with what was said as its text, or why that cannot be told. */
interface Heard {
	delivery: Delivery;
	problem?: string;
}

/** Waits for what was said in an audio message, so many seconds at most. */
export async function heardAudio(
	context: IExecuteFunctions,
	read: Read,
	delivery: Delivery,
	seconds = 60,
): Promise<Heard> {
	const path = { id: String(delivery.content.id) };
	const look = async () => ({ ...(await read(get('/chat/v1/message/{id}', { path }), 'again')) });
	const wait = async (ms: number) => await pause(ms, context.getExecutionCancelSignal());
	const transcript = await awaitTranscription(delivery.content, look, wait, seconds * 1_000).catch(
		({ message }: Error) => ({ problem: message }),
	);
	if ('problem' in transcript) return { delivery, ...transcript };
	return { delivery: withWords(delivery, transcript.text) };
}

function withWords(delivery: Delivery, text: string): Delivery {
	const { details } = delivery.content;
	const transcription = { text, processing: false, error: false };
	const content: IDataObject = {
		...delivery.content,
		text,
		details: { ...(isRecord(details) ? details : {}), transcription },
	};
	return { ...delivery, content, body: { ...delivery.body, content } };
}
