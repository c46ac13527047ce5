import type { IDataObject, IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import { webhookParameters } from '../execution/webhookParameters';
import type { ItemParameters } from '../fields/itemParameters';
import { sendAndWait } from '../resources/message/sendAndWait';
import { isRecord } from '../transport/records';
import { parse } from '../values/parse';

/** The fields that say how a reply is read. */
const READ_BY = ['responseType', 'approveLabel', 'disapproveLabel', 'choices', 'options'];

/**
 * Keeps with the execution how its replies are read. Expressions of these fields look at the item that
 * was asked about, and when the reply comes, it is there no more.
 */
export function keepAsked(context: IExecuteFunctions): void {
	const values = READ_BY.map((name) => [name, context.getNodeParameter(name, 0, null)]);
	context.getContext('node').asked = JSON.stringify(Object.fromEntries(values));
}

/** How the replies to the question are read that the execution waits with. */
export function askedParameters(context: IWebhookFunctions): ItemParameters {
	return webhookParameters(context, sendAndWait.fields, keptIn(context));
}

/** What was kept; nothing in an execution that waits since an earlier version of the node. */
function keptIn(context: IWebhookFunctions): IDataObject {
	const name = JSON.stringify(context.getNode().name);
	const kept = parse(String(context.evaluateExpression(`{{ $node[${name}].context.asked }}`)));
	return isRecord(kept) ? kept : {};
}
