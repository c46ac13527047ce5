import type { INodeProperties } from 'n8n-workflow';

/** What a field says of itself; its kind says the rest. */
export type Look = Pick<INodeProperties, 'displayName' | 'name'> &
	Partial<Omit<INodeProperties, 'type' | 'options' | 'modes'>>;
