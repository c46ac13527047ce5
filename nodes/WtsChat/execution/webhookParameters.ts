import type { IDataObject, IHookFunctions, INodeProperties, IWebhookFunctions } from 'n8n-workflow';
import { InputError, type ItemParameters } from '../fields/itemParameters';
import { isForAgent } from './agents';
import { readParameters } from './parameterReader';

/**
 * The values of a node's fields outside of a run; there is no item, so nothing can come from one.
 *
 * @param known values that were worked out in a run
 */
export function webhookParameters(
	context: IHookFunctions | IWebhookFunctions,
	fields: INodeProperties[],
	known: IDataObject = {},
): ItemParameters {
	return readParameters({
		valueOf: (field) => (field in known ? known[field] : context.getNodeParameter(field, null)),
		fields,
		json: {},
		timezone: context.getTimezone(),
		fileIn: (_field, label) => {
			throw new InputError(`'${label}' has no file`, 'A request brings no item to take it from.');
		},
		idsRead: [],
		byModel: isForAgent(context),
	});
}
