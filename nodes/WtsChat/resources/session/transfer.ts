import type { components } from '../../../../contract/types/chat';
import { departmentId } from '../../fields/department';
import { InputError } from '../../fields/inputError';
import { simplified } from '../../fields/output';
import { changedSessionShortForm, sessionOptions, subjectSessionId } from '../../fields/session';
import { userId } from '../../fields/user';
import { requestOperation } from '../../operations/operation';
import { put } from '../../transport/contract';
import * as sentences from '../sentences';

type Target = Pick<
	components['schemas']['TransferSessionRequest'],
	'type' | 'newDepartmentId' | 'newUserId'
>;

export const transfer = requestOperation({
	name: 'Transfer',
	value: 'transfer',
	action: 'Transfer a session',
	description: 'Transfer a session to another department or user',
	record: 'SessionV1',
	fields: {
		id: subjectSessionId,
		newDepartmentId: departmentId,
		newUserId: userId,
		output: simplified(changedSessionShortForm),
		options: sessionOptions,
	},
	request: ({ id, newDepartmentId, newUserId, options }) =>
		put('/chat/v1/session/{id}/transfer', {
			path: { id },
			body: { ...targetOf(newDepartmentId, newUserId), options },
		}),
});

/**
 * A user outranks the department. The contract leaves open whether the department counts beside a
 * user, so both are sent when both are chosen.
 */
function targetOf(newDepartmentId: string | undefined, newUserId: string | undefined): Target {
	if (newUserId) return { type: 'USER', newUserId, newDepartmentId };
	if (newDepartmentId) return { type: 'DEPARTMENT', newDepartmentId };
	throw new InputError(
		sentences.nobodyChosen,
		`Fill in '${departmentId.label}', '${userId.label}' or both.`,
	);
}
