import type { components } from '../../../../contract/types/core';
import type { ChoicesOf } from '../../fields/choices';
import { InputError } from '../../fields/inputError';
import { choice } from '../../fields/kinds/choice';
import { optionsOf } from '../../fields/kinds/collection';
import { locator } from '../../fields/kinds/id';
import { together } from '../../fields/kinds/together';
import { subjectUserId } from '../../fields/user';
import { requestOperation } from '../../operations/operation';
import { deleted } from '../../operations/record';
import { del } from '../../transport/contract';
import * as sentences from '../sentences';

type SessionResolution = components['schemas']['AgentSessionResolution'];

const sessionResolutions: ChoicesOf<SessionResolution> = [
	{ name: 'Complete', value: 'COMPLETE' },
	{ name: 'Return to Pending', value: 'RETURN_TO_PENDING' },
	{ name: 'Transfer', value: 'TRANSFER' },
];

const sessionResolution = choice({
	displayName: 'Sessions in Progress',
	name: 'sessionResolution',
	options: sessionResolutions,
	default: 'RETURN_TO_PENDING',
	description: 'What happens to the sessions that the user still has in progress',
});

const transferUserId = locator({
	displayName: 'Transfer to User',
	name: 'transferUserId',
	description: 'User who takes over the sessions; only with Transfer',
	picker: 'allUsers',
});

const resolution = together({ sessionResolution, transferUserId }, (chosen) => {
	if ((chosen.sessionResolution === 'TRANSFER') === (chosen.transferUserId !== undefined)) {
		return chosen;
	}
	const { label } = transferUserId;
	throw new InputError(
		sentences.transferOnly(label),
		`Set '${sessionResolution.label}' to Transfer and choose '${label}', or take both out.`,
	);
});

/** Without a choice, what becomes of open sessions is not documented. */
export const deleteUser = requestOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a user',
	description:
		'Remove a user from the account, and decide what happens to the sessions in progress',
	record: [deleted],
	fields: { id: subjectUserId, options: optionsOf({ resolution }) },
	request: ({ id, options }) =>
		del('/core/v1/agent/{id}', { path: { id }, body: options.resolution }),
});
