import type {
	IExecuteFunctions,
	IHookFunctions,
	ISupplyDataFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import type { Source, Subject } from '../fields/source';
import { InputError } from '../fields/inputError';
import { isForAgent } from './agents';
import { fileOf } from './files';
import { heardBefore } from './heard';
import * as sentences from './sentences';

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
		heard: () => heardBefore(context, item),
	};
}

/** A node outside of a run. */
export function nodeSource(context: IHookFunctions | IWebhookFunctions): Source {
	return withoutItem(context, (field) => context.getNodeParameter(field, null));
}

/** A sub-node, whose expressions look at an item of the node that it belongs to. */
export function subNodeSource(context: ISupplyDataFunctions, item: number): Source {
	return withoutItem(context, (field) => context.getNodeParameter(field, item, null));
}

/** There is no item of its own, so nothing can come from one. */
function withoutItem(
	context: IHookFunctions | IWebhookFunctions | ISupplyDataFunctions,
	valueOf: Source['valueOf'],
): Source {
	return {
		valueOf,
		note: () => undefined,
		timezone: context.getTimezone(),
		fileIn: (_field, label) => {
			throw new InputError(sentences.noFile(label), 'A request brings no item to take it from.');
		},
		byModel: isForAgent(context),
		heard: () => undefined,
	};
}
