import { customFieldShortForm, nestedListOptions } from '../../fields/customFields';
import { limit } from '../../fields/list';
import { simplified } from '../../fields/output';
import { subjectPanelId } from '../../fields/panel';
import { listOperation } from '../../operations/operation';
import { get } from '../../transport/contract';

export const getManyCustomFields = listOperation({
	name: 'Get Many Custom Fields',
	value: 'getManyCustomFields',
	action: 'Get many custom fields of a panel',
	description: 'Read the custom fields of the cards of a panel, with their keys',
	record: 'CustomField',
	fields: {
		id: subjectPanelId,
		limit,
		output: simplified(customFieldShortForm),
		options: nestedListOptions,
	},
	paging: 'none',
	list: ({ id, options: { nestedList: NestedList } }) =>
		get('/crm/v1/panel/{id}/custom-fields', { path: { id }, query: { NestedList } }),
});
