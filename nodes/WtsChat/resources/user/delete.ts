import type { components } from '../../../../contract/types/core';
import type { ChoicesOf } from '../../fields/choices';
import { optionsOf } from '../../fields/collections';
import { InputError, type ItemParameters } from '../../fields/itemParameters';
import { subjectUserId } from '../../fields/user';
import { del } from '../../transport/contract';
import type { RequestOperation } from '../operation';

type SessionResolution = components['schemas']['AgentSessionResolution'];

const sessionResolutions: ChoicesOf<SessionResolution> = [
	{ name: 'Complete', value: 'COMPLETE' },
	{ name: 'Return to Pending', value: 'RETURN_TO_PENDING' },
	{ name: 'Transfer', value: 'TRANSFER' },
];

/** Source: DELETE /core/v1/agent/{id}; without a choice, what becomes of open sessions is not documented. */
export const deleteUser: RequestOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a user',
	description: 'Take a person out of the account and settle the sessions in progress',
	fields: [
		subjectUserId,
		optionsOf([
			{
				displayName: 'Sessions in Progress',
				name: 'sessionResolution',
				type: 'options',
				options: sessionResolutions,
				default: 'RETURN_TO_PENDING',
				description: 'What happens with the sessions that the user still has in progress',
			},
			{
				displayName: 'Transfer to User Name or ID',
				name: 'transferUserId',
				type: 'options',
				typeOptions: { loadOptionsMethod: 'getAllUsers' },
				default: '',
				description:
					'User who takes the sessions over; only with Transfer. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
		]),
	],
	request: (parameters) =>
		del('/core/v1/agent/{id}', {
			path: { id: parameters.requiredId('userId') },
			body: resolutionFrom(parameters.group('options')),
		}),
};

function resolutionFrom(options: ItemParameters) {
	const sessionResolution = options.choice<SessionResolution>('sessionResolution');
	const transferUserId = options.id('transferUserId');
	if ((sessionResolution === 'TRANSFER') !== (transferUserId !== undefined)) {
		const label = options.label('transferUserId');
		throw new InputError(
			`'${label}' goes with Transfer only, and Transfer with it`,
			`Set '${options.label('sessionResolution')}' to Transfer and choose '${label}', or take both out.`,
		);
	}
	return { sessionResolution, transferUserId };
}
