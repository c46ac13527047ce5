import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import { nodeSource } from '../execution/source';
import { valuesOf } from '../fields/field';
import type { Expectation } from '../operations/operation';
import { replyFields } from '../resources/message/replyFields';
import { isRecord } from '../transport/records';
import { parse } from '../values/parse';

/**
 * Keeps with the execution how its replies are read. Expressions of the form look at the item that was
 * asked about, and when the reply comes, it is there no more.
 */
export function keepExpected(context: IExecuteFunctions, expects: Expectation): void {
	context.getContext('node').expects = JSON.stringify(expects);
}

/** How the replies to the question are read that the execution waits with. */
export function expectedBy(context: IWebhookFunctions): Expectation {
	const name = JSON.stringify(context.getNode().name);
	const kept = parse(String(context.evaluateExpression(`{{ $node[${name}].context.expects }}`)));
	if (isRecord(kept)) return kept as unknown as Expectation;
	// an execution that waits since an earlier version of the node
	const { response, options } = valuesOf(replyFields, nodeSource(context));
	return { response, ...options };
}
