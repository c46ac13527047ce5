import {
	changed,
	choices,
	chosen,
	fields,
	fixed,
	flag,
	group,
	id,
	moment,
	pairs,
	required,
	same,
	unsimplified,
	whenOn,
	type Field,
	type Part,
	type Resource,
} from '../fields';
import { dateFilters, listing } from '../list';
import { file, template, userOfDepartment } from '../sending';
import { updateFields } from '../updates';
import { say } from '../sentences';

const sessionId = id('sessionId', 'Session');
const details = group({ includeDetails: choices('includeDetails') });

const inSession: Part = fields({
	sessionId,
	...unsimplified,
	options: group({ waitForResult: whenOn('synchronousMessage') }),
});

/** The status of a session; the old node refused to write the one named Undefined. */
const status: Field = (old) => {
	const value = old.value('statusSessionOption');
	if (value !== undefined && value !== 'UNDEFINED') return value;
	old.look(say`The old node had no status to set.`, say`Choose it in 'Status'.`);
	return 'UNDEFINED';
};

const target: Part = (old) => {
	const values = fields({
		departmentId: chosen(same('departmentId')),
		userId: chosen(userOfDepartment),
	})(old);
	if (values.departmentId === undefined) {
		old.look(
			say`The old node had no department to transfer to.`,
			say`Choose a department, a user or both.`,
		);
	}
	return values;
};

const changes = {
	DepartmentId: {
		set: group({ departmentId: chosen(changed('departmentIdUpdatedSession')) }),
		clear: 'departmentId',
	},
	EndAt: { set: group({ endAt: moment('endAt') }), clear: 'endAt' },
	Metadata: { set: group({ metadata: pairs('metadataUpdateSession') }), clear: 'metadata' },
	Number: { set: group({ number: changed('number') }), clear: 'number' },
	Status: {
		set: group({ status: changed('statusUpdateSessionOption') }),
		otherwise: { status: 'UNDEFINED' },
	},
	UserId: { set: group({ userId: chosen(changed('usersUpdateSession')) }), clear: 'userId' },
};

export const session: Resource = {
	listSessions: {
		resource: 'session',
		operation: 'getMany',
		list: true,
		parts: [
			fields({
				filters: group({
					activeAfter: moment('activeAtAfter'),
					activeBefore: moment('activeAtBefore'),
					channelIds: choices('channelsIds'),
					contactId: chosen(same('contactId')),
					departmentId: chosen(same('departmentId')),
					endedAfter: moment('endAtAfter'),
					endedBefore: moment('endAtBefore'),
					lastInteractionAfter: moment('lastInteractionAtAfter'),
					lastInteractionBefore: moment('lastInteractionAtBefore'),
					statuses: choices('statusSession', { Started: 'STARTED' }),
					tagIds: choices('tagIds'),
					userId: chosen(same('userId')),
					...dateFilters,
				}),
				options: details,
				...unsimplified,
			}),
			listing('startAt', 'endAt', 'lastInteractionDate'),
		],
	},
	getSessionById: {
		resource: 'session',
		operation: 'get',
		parts: [fields({ sessionId, options: details, ...unsimplified })],
	},
	updateStatusSession: {
		resource: 'session',
		operation: 'changeStatus',
		parts: [fields({ sessionId, status, ...unsimplified })],
	},
	concludeSession: {
		resource: 'session',
		operation: 'complete',
		parts: [
			fields({
				sessionId,
				options: group({ reactivateOnNewMessage: flag('reactivateOnNewMessage') }),
				...unsimplified,
			}),
		],
	},
	transferSession: {
		resource: 'session',
		operation: 'transfer',
		parts: [fields({ sessionId, ...unsimplified }), target],
	},
	transferToUser: {
		resource: 'session',
		operation: 'assign',
		parts: [fields({ sessionId, userId: id('userId', 'User'), ...unsimplified })],
	},
	updateSession: {
		resource: 'session',
		operation: 'update',
		parts: [
			fields({
				sessionId,
				updateFields: updateFields('fieldsUpdate', changes),
				...unsimplified,
			}),
		],
	},
	sendTextBySessionid: {
		resource: 'message',
		operation: 'sendInSession',
		parts: [
			inSession,
			fields({ content: fixed('text'), text: required(same('textMessage'), 'Text') }),
		],
	},
	sendFileBySessionid: {
		resource: 'message',
		operation: 'sendInSession',
		parts: [inSession, fields({ content: fixed('text') }), file('message')],
	},
	sendTemplateBySessionid: {
		resource: 'message',
		operation: 'sendInSession',
		parts: [inSession, template('templatesBySession', 'paramsTemplatesSession'), file('template')],
	},
};
