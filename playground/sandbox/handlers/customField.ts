import { customFieldsView } from '../crm/view';
import { operation } from '../operation';

export const customFieldOperations = [
	operation('listCustomFields', ({ query }, { contactCustomFields, panels }) => {
		const fields =
			query.EntityType === 'PANEL'
				? panels.flatMap(({ customFields }) => customFields)
				: contactCustomFields;
		return customFieldsView(fields, query.NestedList === true);
	}),

	operation('listContactCustomFields', ({ query }, { contactCustomFields }) =>
		customFieldsView(contactCustomFields, query.NestedList === true),
	),
];
