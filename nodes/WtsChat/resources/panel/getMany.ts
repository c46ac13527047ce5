import type { components } from '../../../../contract/types/crm';
import { choice } from '../../fields/kinds/choice';
import { filtersOf, includeDetailsOf, optionsOf } from '../../fields/kinds/collection';
import { text } from '../../fields/kinds/text';
import { dateFilters, dateQueryOf, limit, sortBy, sortQueryOf } from '../../fields/list';
import { simplified } from '../../fields/output';
import { panelListDetails, panelShortForm, panelTypes } from '../../fields/panel';
import { listOperation } from '../../operations/operation';
import { get } from '../../transport/contract';

export const getMany = listOperation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many panels',
	description: 'Read the panels of the account; filters narrow them down',
	record: 'Panel',
	fields: {
		limit,
		output: simplified(panelShortForm),
		filters: filtersOf({
			title: text({
				displayName: 'Title',
				name: 'title',
				placeholder: 'e.g. Vendas',
				description: 'Only panels whose title matches this text',
			}),
			type: choice({
				displayName: 'Type',
				name: 'panelType',
				options: panelTypes,
				default: 'SALES',
				description: 'Only panels of this type; cards are won and lost on sales panels',
			}),
			...dateFilters,
		}),
		sort: sortBy<components['schemas']['Panel']>('title'),
		options: optionsOf({
			includeDetails: includeDetailsOf(
				panelListDetails,
				'What to include; switch Simplify off to see it',
			),
		}),
	},
	list: ({ filters, options: { includeDetails: IncludeDetails }, sort: order }) =>
		get('/crm/v2/panel', {
			query: {
				...dateQueryOf(filters),
				...sortQueryOf(order),
				Title: filters.title,
				Type: filters.type,
				IncludeDetails,
			},
		}),
});
