import type { components } from '../../../../contract/types/core';
import type { ChoicesOf } from '../../fields/choices';
import { customFieldShortForm, nestedListOptions } from '../../fields/customFields';
import { listFields } from '../../fields/list';
import { outputFields } from '../../fields/output';
import { get } from '../../transport/contract';
import type { ListOperation } from '../operation';

type EntityType = components['schemas']['CustomFieldEntityType'];

const entityTypes: ChoicesOf<EntityType> = [
	{ name: 'Card', value: 'PANEL' },
	{ name: 'Contact', value: 'CONTACT' },
];

/** Source: GET /core/v1/custom-field */
export const getMany: ListOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many custom fields',
	description: 'Read which custom fields contacts or cards have, with the keys to write them by',
	shortForm: customFieldShortForm,
	fields: [
		{
			displayName: 'Fields Of',
			name: 'entityType',
			type: 'options',
			options: entityTypes,
			default: 'CONTACT',
			description: 'Which records the custom fields belong to',
		},
		...listFields,
		...outputFields,
		nestedListOptions,
	],
	paging: 'none',
	list: (parameters) =>
		get('/core/v1/custom-field', {
			query: {
				EntityType: parameters.requiredChoice<EntityType>('entityType'),
				NestedList: parameters.group('options').boolean('nestedList'),
			},
		}),
};
