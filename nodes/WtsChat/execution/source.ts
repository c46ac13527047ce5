import type { IExecuteFunctions, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { Source, Subject } from '../fields/source';
import { InputError } from '../fields/inputError';
import { isForAgent } from './agents';
import { fileOf } from './files';

/** One item as its fields read it, and what they have named by ID or number so far. */
export interface ItemSource extends Source {
	subjects: Subject[];
}

/** The item of this index. */
export function itemSource(context: IExecuteFunctions, item: number): ItemSource {
	const values = new Map<string, unknown>();
	const subjects: Subject[] = [];
	return {
		subjects,
		note: (subject) => subjects.push(subject),
		// an expression is worked out once, however often its field is read
		valueOf(field) {
			if (!values.has(field)) values.set(field, context.getNodeParameter(field, item, null));
			return values.get(field);
		},
		timezone: context.getTimezone(),
		fileIn: (binaryField, label) => fileOf(context, item, binaryField, label),
		byModel: isForAgent(context),
	};
}

/** A node outside of a run; there is no item, so nothing can come from one. */
export function nodeSource(context: IHookFunctions | IWebhookFunctions): Source {
	return {
		valueOf: (field) => context.getNodeParameter(field, null),
		note: () => undefined,
		timezone: context.getTimezone(),
		fileIn: (_field, label) => {
			throw new InputError(`'${label}' has no file`, 'A request brings no item to take it from.');
		},
		byModel: isForAgent(context),
	};
}
