import { cardShortForm } from '../../fields/card';
import { shortForAgents } from '../../operations/forAgents';
import type { Resource } from '../../operations/operation';
import { archive } from './archive';
import { create } from './create';
import { duplicate } from './duplicate';
import { get } from './get';
import { getMany } from './getMany';
import { markAsLost } from './markAsLost';
import { markAsWon } from './markAsWon';
import { moveToStep } from './moveToStep';
import { reopen } from './reopen';
import { update } from './update';

export const card: Resource = {
	name: 'Card',
	value: 'card',
	description: 'Deal or task on a panel of the CRM',
	operations: shortForAgents(
		[getMany, get, create, update, moveToStep, markAsWon, markAsLost, reopen, duplicate, archive],
		cardShortForm,
	),
};
