import { includeDetailsOf, optionsOf } from '../../fields/kinds/collection';
import { simplified } from '../../fields/output';
import { panelDetails, panelShortForm, subjectPanelId } from '../../fields/panel';
import { requestOperation } from '../../operations/operation';
import { get as read } from '../../transport/contract';

export const get = requestOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a panel',
	description: 'Read one panel; an option adds its steps, tags and first cards',
	record: 'Panel',
	fields: {
		id: subjectPanelId,
		output: simplified(panelShortForm),
		options: optionsOf({
			includeDetails: includeDetailsOf(
				panelDetails,
				'What to include; switch Simplify off to see it',
			),
		}),
	},
	request: ({ id, options: { includeDetails: IncludeDetails } }) =>
		read('/crm/v1/panel/{id}', { path: { id }, query: { IncludeDetails } }),
});
