import type { components } from '../../../../contract/types/crm';
import { cardReadOptions, cardShortForm, cardStatuses, responsibleUserId } from '../../fields/card';
import { contactId } from '../../fields/contact';
import { choices } from '../../fields/kinds/choice';
import { filtersOf } from '../../fields/kinds/collection';
import { text } from '../../fields/kinds/text';
import { dateFilters, dateQueryOf, limit, sortBy, sortQueryOf } from '../../fields/list';
import { simplified } from '../../fields/output';
import { stepId, subjectPanelId } from '../../fields/panel';
import { listOperation } from '../../operations/operation';
import { get } from '../../transport/contract';

const filters = filtersOf({
	text: text({
		displayName: 'Text',
		name: 'text',
		placeholder: 'e.g. Padaria Estrela',
		description: 'Only cards with this in their texts, for example the title',
	}),
	statuses: choices({
		displayName: 'Status',
		name: 'statuses',
		options: cardStatuses,
		default: ['OPEN'],
		description: 'Only cards with one of these statuses',
	}),
	stepId,
	contactId,
	responsibleUserId,
	...dateFilters,
});

/**
 * The API lists the cards of one panel only. Which statuses it gives when none is asked for is not
 * documented.
 */
export const getMany = listOperation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many cards',
	description: 'Read the cards of a panel; filters narrow them down',
	record: 'Card',
	fields: {
		panelId: subjectPanelId,
		limit,
		output: simplified(cardShortForm),
		filters,
		sort: sortBy<components['schemas']['Card']>('title', 'dueDate', 'monetaryAmount'),
		options: cardReadOptions,
	},
	list: ({ panelId, filters: wanted, options: { includeDetails }, sort: order }) =>
		get('/crm/v2/panel/card', {
			query: {
				PanelId: panelId,
				...dateQueryOf(wanted),
				...sortQueryOf(order),
				ContactId: wanted.contactId,
				ResponsibleUserId: wanted.responsibleUserId,
				Statuses: wanted.statuses,
				StepId: wanted.stepId,
				TextFilter: wanted.text,
				IncludeDetails: includeDetails,
			},
		}),
});
