import { includeDetailsOf, optionsOf } from '../../fields/kinds/collection';
import { limit } from '../../fields/list';
import { simplified } from '../../fields/output';
import { panelDetails, subjectPanelId } from '../../fields/panel';
import { jobOperation } from '../../operations/operation';
import { get } from '../../transport/contract';
import { PlainError } from '../../transport/plainError';
import { noList } from '../../transport/sentences';

/** Steps have no list of their own in the API; they come with their panel, here in board order. */
export const getManySteps = jobOperation({
	name: 'Get Many Steps',
	value: 'getManySteps',
	action: 'Get many steps of a panel',
	description: 'Read the steps (columns) of a panel from left to right',
	record: 'PanelStep',
	fields: {
		id: subjectPanelId,
		limit,
		output: simplified([
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
		]),
		options: optionsOf({
			includeDetails: includeDetailsOf(
				panelDetails.filter(({ value }) => !['Steps', 'Tags'].includes(value)),
				'What to include; switch Simplify off to see the first cards and the fields of each step',
			),
		}),
	},
	prepare({ id, limit: most, options: { includeDetails = [] } }) {
		const request = get('/crm/v1/panel/{id}', {
			path: { id },
			query: { IncludeDetails: ['Steps', ...includeDetails] },
		});
		return async (api) => {
			const steps = (await api.send(request))?.steps;
			if (!Array.isArray(steps)) throw new PlainError(noList);
			return steps
				.filter((step) => step !== null)
				.sort((one, other) => (one.position ?? 0) - (other.position ?? 0))
				.slice(0, most);
		};
	},
});
