import { cardFields } from '../../fields/card';
import { stepId } from '../../fields/panel';
import { put } from '../../transport/contract';
import type { RequestOperation } from '../operation';

/** Source: PUT /crm/v3/panel/card/{id}, with only the step */
export const moveToStep: RequestOperation = {
	name: 'Move to Step',
	value: 'moveToStep',
	action: 'Move a card to a step',
	description: 'Put a card into another step (column) of its panel',
	fields: [...cardFields, stepId],
	request: (parameters) =>
		put('/crm/v3/panel/card/{id}', {
			path: { id: parameters.requiredId('cardId') },
			body: { fields: ['StepId'], stepId: parameters.requiredId('stepId') },
		}),
};
