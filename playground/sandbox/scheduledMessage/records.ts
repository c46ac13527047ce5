import type { components } from '../../../contract/types/chat';

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
