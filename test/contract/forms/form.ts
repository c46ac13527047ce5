import type { IBinaryData, IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../../../playground/sandbox';

/** One realistic use of an operation: what a person fills in, and the items that come in. */
export interface Form {
	/** The fields, without resource and operation. */
	parameters: IDataObject;
	/** Input items; a single empty one unless given. */
	items?: IDataObject[];
	/** Files of the input items, by binary field. */
	binary?: Record<string, IBinaryData>;
}

/** The forms of a resource, by operation; between them, they fill in every field. */
export type Forms = Record<string, (sandbox: Sandbox) => Form[]>;
