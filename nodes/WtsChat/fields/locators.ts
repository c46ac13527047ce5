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

/** How a resource locator was filled in; a plain value is an ID. */
export function modeOf(given: unknown): string {
	return isRecord(given) && typeof given.mode === 'string' ? given.mode : 'id';
}
