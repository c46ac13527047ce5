import { customFieldShortForm, nestedListOptions } from '../../fields/customFields';
import { listFields } from '../../fields/list';
import { outputFields } from '../../fields/output';
import { panelId } from '../../fields/panel';
import { get } from '../../transport/contract';
import type { ListOperation } from '../operation';

/** Source: GET /crm/v1/panel/{id}/custom-fields */
export const getManyCustomFields: ListOperation = {
	name: 'Get Many Custom Fields',
	value: 'getManyCustomFields',
	action: 'Get many custom fields of a panel',
	description: 'Read which custom fields the cards of a panel have, with the keys to write them by',
	shortForm: customFieldShortForm,
	fields: [panelId, ...listFields, ...outputFields, nestedListOptions],
	paging: 'none',
	list: (parameters) =>
		get('/crm/v1/panel/{id}/custom-fields', {
			path: { id: parameters.requiredId('panelId') },
			query: { NestedList: parameters.group('options').boolean('nestedList') },
		}),
};
