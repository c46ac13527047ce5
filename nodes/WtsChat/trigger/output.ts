import type { IDataObject } from 'n8n-workflow';
import type { Delivery } from '../events/delivery';
import { isAudio, transcriptionOf } from '../events/transcription';

/** The event as the workflow gets it: flat, or as it came. */
export function outputOf(
	{ eventType, date, content, body }: Delivery,
	simplify: boolean,
): IDataObject {
	if (!simplify) return { ...body };
	const { changeMetadata, caughtUp } = body;
	return {
		eventType,
		date,
		...content,
		...(isAudio(content) ? { transcription: transcriptionOf(content) ?? null } : {}),
		...(changeMetadata ? { changeMetadata } : {}),
		...(caughtUp ? { caughtUp } : {}),
	};
}
