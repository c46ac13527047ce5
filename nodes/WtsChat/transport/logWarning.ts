import type { Logger } from 'n8n-workflow';
import type { Sentence } from '../values/sentence';

/** Writes into n8n's log what nobody is told of in another way. */
export function logWarning({ logger }: { logger: Logger }, message: Sentence): void {
	logger.warn(message);
}
