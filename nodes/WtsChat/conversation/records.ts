import type { components } from '../../../contract/types/chat';

/** A record with the names of the contract, of which any part may be missing or be something else. */
type Loose<Schema> = { readonly [Name in keyof Schema]?: unknown };

export type Message = Loose<components['schemas']['Message']>;

export type Session = Loose<components['schemas']['Session']>;
