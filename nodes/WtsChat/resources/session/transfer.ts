import type { components } from '../../../../contract/types/chat';
import { departmentId } from '../../fields/department';
import { InputError, type ItemParameters } from '../../fields/itemParameters';
import { sessionId, sessionOptions, sessionOptionsFrom } from '../../fields/session';
import { userId } from '../../fields/user';
import { put } from '../../transport/contract';
import type { Operation } from '../operation';

type Target = Pick<
	components['schemas']['TransferSessionRequest'],
	'type' | 'newDepartmentId' | 'newUserId'
>;

/** Source: PUT /chat/v1/session/{id}/transfer */
export const transfer: Operation = {
	name: 'Transfer',
	value: 'transfer',
	action: 'Transfer a session',
	description: 'Hand a session over to another department or user',
	fields: [sessionId, departmentId, userId, sessionOptions],
	request: (parameters) =>
		put('/chat/v1/session/{id}/transfer', {
			path: { id: parameters.requiredId('sessionId') },
			body: { ...targetOf(parameters), options: sessionOptionsFrom(parameters) },
		}),
};

/**
 * A user outranks the department. The contract leaves open whether the department counts beside a
 * user, so both are sent when both are chosen.
 */
function targetOf(parameters: ItemParameters): Target {
	const newDepartmentId = parameters.id('departmentId');
	const newUserId = parameters.id('userId');
	if (newUserId) return { type: 'USER', newUserId, newDepartmentId };
	if (newDepartmentId) return { type: 'DEPARTMENT', newDepartmentId };
	throw new InputError(
		'Neither a department nor a user is chosen',
		`Fill in '${parameters.label('departmentId')}', '${parameters.label('userId')}' or both.`,
	);
}
