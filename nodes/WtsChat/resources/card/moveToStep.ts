import { card } from '../../fields/card';
import { stepId as step } from '../../fields/panel';
import { onCard } from '../../operations/onCard';
import { requestOperation } from '../../operations/operation';
import { put } from '../../transport/contract';

export const moveToStep = requestOperation({
	name: 'Move to Step',
	value: 'moveToStep',
	action: 'Move a card to a step',
	description: 'Move a card to another step (column) of its panel',
	record: 'Card',
	fields: { card, stepId: step.required() },
	request: ({ card: subject, stepId }) =>
		onCard(subject, (id) =>
			put('/crm/v3/panel/card/{id}', { path: { id }, body: { fields: ['StepId'], stepId } }),
		),
});
