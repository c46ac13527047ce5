import type { IExecuteFunctions } from 'n8n-workflow';
import type { Heard } from '../fields/source';
import { isRecord } from '../transport/records';
import { isBlank } from '../values/blank';
import { momentOf } from '../values/moments';

/** Nodes that a message of a contact can come from: the trigger, and a question by its reply. */
const HEARING = /\.wtsChat(?:Trigger)?$/;

/**
 * The newest message of a contact that has started the workflow, or answered its question, before this
 * node and for this item; undefined where the workflow does not tell.
 */
export function heardBefore(context: IExecuteFunctions, item: number): Heard | undefined {
	const before = context.getParentNodes(context.getNode().name);
	const heard = before
		.filter(({ type }) => HEARING.test(type))
		.flatMap(({ name }) => messageIn(outputOf(context, item, name)) ?? []);
	return heard.sort((one, other) => (one.at ?? 0) - (other.at ?? 0)).at(-1);
}

/** What the node gave out for the item; undefined where it has not run, or n8n cannot tell. */
function outputOf(context: IExecuteFunctions, item: number, node: string): unknown {
	try {
		return context.evaluateExpression(`{{ $(${JSON.stringify(node)}).item.json }}`, item);
	} catch {
		return undefined;
	}
}

function messageIn(json: unknown): Heard | undefined {
	if (!isRecord(json)) return undefined;
	if (json.eventType !== undefined && json.eventType !== 'MESSAGE_RECEIVED') return undefined;
	const { content, messages, message } = json;
	const last = Array.isArray(messages) ? (messages.at(-1) as unknown) : undefined;
	const isReply = json.replied === true && isRecord(message);
	const found = [last, isReply ? message : undefined, content].find(isRecord) ?? json;
	const { id, sessionId, createdAt } = found;
	if (isBlank(id) || isBlank(sessionId) || (json.eventType === undefined && !isReply))
		return undefined;
	return { id: String(id), sessionId: String(sessionId), at: momentOf(createdAt) };
}
