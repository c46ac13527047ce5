import type { components as Chat } from '../../../contract/types/chat';
import type { components as Core } from '../../../contract/types/core';
import type { components as Crm } from '../../../contract/types/crm';

/** The name of a record in the contract. */
type RecordName = keyof (Chat['schemas'] & Core['schemas'] & Crm['schemas']);

/** Properties that the contract does not know: what is in them, or which record; in brackets, a list of such. */
export interface OwnProperties {
	[name: string]:
		| 'boolean'
		| 'number'
		| 'string'
		| RecordName
		| OwnProperties
		| readonly [OwnProperties | 'string'];
}

/** What comes out of an operation: records of the contract, and properties of our own. */
export type OutputRecord = RecordName | Array<RecordName | OwnProperties>;

/** What comes out where the API answers nothing. */
export const success: OwnProperties = { success: 'boolean' };

/** What comes out of every removal. */
export const deleted: OwnProperties = { deleted: 'boolean' };

/** What comes out of a message that was followed until the time was over. */
export const timedOut: OwnProperties = { timedOut: 'boolean' };

/** What comes out of a text that was sent as several messages. */
export const parts: OwnProperties = {
	parts: [{ text: 'string', id: 'string', status: 'string' }],
	unsent: ['string'],
};

/** What comes out of a message that is sent on conditions. */
export const onConditions: OwnProperties = { sent: 'boolean', reason: 'string' };

/** What comes out of a message where a template may go in its place. */
export const templateInstead: OwnProperties = { sentAs: 'string' };
