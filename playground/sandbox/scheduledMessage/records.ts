import type { components } from '../../../contract/types/chat';
import type { Account } from '../account';
import { notFound } from '../errors';

type Schemas = components['schemas'];

/** A scheduled message without what is embedded from other records. */
export type ScheduledMessageRecord = Required<
	Omit<
		Schemas['SavedScheduledMessage'],
		'contact' | 'channel' | 'user' | 'department' | 'template' | 'chatbot'
	>
> & {
	sessionId: string | null;
	templateParams: Schemas['ScheduledMessageTemplateParams'] | null;
};

export function scheduledMessageById(
	{ scheduledMessages }: Account,
	id: string,
): ScheduledMessageRecord {
	const message = scheduledMessages.find((candidate) => candidate.id === id);
	if (!message) throw notFound('Registro');
	return message;
}
