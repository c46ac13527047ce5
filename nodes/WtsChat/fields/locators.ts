import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isRecord } from '../transport/records';

/**
 * What a field holds: of a resource locator, the value inside it. One that was not written by the editor
 * may lack the mark `__rl`, so the type of the field tells it as well.
 */
export function held({ type }: INodeProperties, given: unknown): unknown {
	if (!isRecord(given)) return given;
	const hasValue = 'value' in given && (type === 'resourceLocator' || isTyped(type, given));
	return given.__rl === true || hasValue ? given.value : given;
}

/** An ID that is typed has no locator of its own, but an expression may give one. */
function isTyped(type: INodeProperties['type'], { mode }: IDataObject): boolean {
	return type === 'string' && typeof mode === 'string';
}

/** Whether a resource locator was filled in this way. */
export function isInMode(mode: string, given: unknown): boolean {
	return isRecord(given) && given.mode === mode;
}
