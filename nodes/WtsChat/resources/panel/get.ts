import { includeDetailsOf, optionsOf } from '../../fields/collections';
import { outputFields } from '../../fields/output';
import { panelDetails, panelId, panelShortForm, type PanelDetail } from '../../fields/panel';
import { get as read } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: GET /crm/v1/panel/{id} */
export const get: RequestOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get a panel',
	description: 'Read one panel by its ID, on request with its steps, tags and first cards',
	shortForm: panelShortForm,
	fields: [
		panelId,
		...outputFields,
		optionsOf([
			includeDetailsOf(panelDetails, 'Parts to fill in; they come out with Simplify off'),
		]),
	],
	request: (parameters) =>
		read('/crm/v1/panel/{id}', {
			path: { id: parameters.requiredId('panelId') },
			query: {
				IncludeDetails: parameters.group('options').choices<PanelDetail>('includeDetails'),
			},
		}),
};
