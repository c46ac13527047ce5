import { includeDetailsOf, optionsOf } from '../../fields/collections';
import { limitFrom, listFields } from '../../fields/list';
import { outputFields } from '../../fields/output';
import { panelDetails, panelId, type PanelDetail } from '../../fields/panel';
import { get } from '../../transport/contract';
import type { JobOperation } from '../operation';

/**
 * Source: GET /crm/v1/panel/{id}
 *
 * Steps have no list of their own in the API; they come with their panel, here in board order.
 */
export const getManySteps: JobOperation = {
	name: 'Get Many Steps',
	value: 'getManySteps',
	action: 'Get many steps of a panel',
	description: 'Read the steps (columns) of a panel from left to right',
	shortForm: [
		'id',
		'title',
		'position',
		'isInitial',
		'isFinal',
		'archived',
		'panelId',
		'cardCount',
		'overdueCardCount',
		'monetaryAmount',
	],
	fields: [
		panelId,
		...listFields,
		...outputFields,
		optionsOf([
			includeDetailsOf(
				panelDetails.filter(({ value }) => !['Steps', 'Tags'].includes(value)),
				'Parts to fill in; the first cards and the fields of each step come out with Simplify off',
			),
		]),
	],
	prepare(parameters) {
		const details = parameters.group('options').choices<PanelDetail>('includeDetails') ?? [];
		const request = get('/crm/v1/panel/{id}', {
			path: { id: parameters.requiredId('panelId') },
			query: { IncludeDetails: ['Steps', ...details] },
		});
		const limit = limitFrom(parameters);
		return async (api) => {
			const steps = (await api.send(request))?.steps;
			if (!Array.isArray(steps)) throw new Error('WTS Chat gave no list that can be read');
			return steps
				.filter((step) => step !== null)
				.sort((one, other) => (one.position ?? 0) - (other.position ?? 0))
				.slice(0, limit);
		};
	},
};
