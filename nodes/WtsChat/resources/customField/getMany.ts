import type { components } from '../../../../contract/types/core';
import type { ChoicesOf } from '../../fields/choices';
import { customFieldShortForm, nestedListOptions } from '../../fields/customFields';
import { choice } from '../../fields/kinds/choice';
import { limit } from '../../fields/list';
import { simplified } from '../../fields/output';
import { listOperation } from '../../operations/operation';
import { get } from '../../transport/contract';

type EntityType = components['schemas']['CustomFieldEntityType'];

const entityTypes: ChoicesOf<EntityType> = [
	{ name: 'Card', value: 'PANEL' },
	{ name: 'Contact', value: 'CONTACT' },
];

export const getMany = listOperation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many custom fields',
	description: 'Read the custom fields of contacts or cards, with their keys',
	record: 'CustomField',
	fields: {
		entityType: choice({
			displayName: 'Fields Of',
			name: 'entityType',
			options: entityTypes,
			default: 'CONTACT',
			description: 'Which records the custom fields belong to',
		}).filledIn(),
		limit,
		output: simplified(customFieldShortForm),
		options: nestedListOptions,
	},
	paging: 'none',
	list: ({ entityType: EntityType, options: { nestedList: NestedList } }) =>
		get('/core/v1/custom-field', { query: { EntityType, NestedList } }),
});
