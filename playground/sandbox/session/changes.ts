import { randomUUID } from 'node:crypto';
import {
	agentByUserId,
	departmentById,
	isMember,
	type Account,
	type SessionRecord,
} from '../account';
import { invalid } from '../errors';
import type { RequestOf } from '../operation';

type Update = RequestOf<'updateSession'>['body'];
type SessionField = NonNullable<Update['fields']>[number];
type Transfer = RequestOf<'transferSession'>['body'];
type Metadata = SessionRecord['metadata'];
type Writer = (session: SessionRecord, update: Update, account: Account) => void;

/** Makes the change as a whole: when it throws, the session stays as it was. */
export function change(session: SessionRecord, apply: (draft: SessionRecord) => void): void {
	const draft = { ...session };
	apply(draft);
	Object.assign(session, draft, { updatedAt: new Date().toISOString() });
}

/** Moves the session to a status; completing it dates its end, anything else takes the end away. */
export function setStatus(session: SessionRecord, status: SessionRecord['status']): void {
	session.status = status;
	if (status !== 'COMPLETED') session.endAt = null;
	else session.endAt ??= new Date().toISOString();
}

/** Takes the running chatbot out of the session when the request says so. */
export function stopBotIf(stop: boolean | undefined, session: SessionRecord): void {
	if (stop) session.botId = null;
}

function mergedMetadata(kept: Metadata, written: Metadata | undefined): Metadata {
	if (!written) return null;
	const merged = Object.entries({ ...kept, ...written });
	return Object.fromEntries(merged.filter(([, value]) => value !== null));
}

function writtenClassification(
	kept: SessionRecord['classification'],
	written: Update['classification'],
): SessionRecord['classification'] {
	if (!written) return null;
	return {
		id: kept?.id ?? randomUUID(),
		category: written.category ?? 'UNDEFINED',
		categoryDescription: written.description ?? null,
		amount: written.amount ?? 0,
		categoryName: null,
	};
}

// In this order: the end time of the request wins over the one that a new status brings.
// ReactivateDisabled and Autocomplete have no property to take a value from.
const writers: Partial<Record<SessionField, Writer>> = {
	Status: (session, { status }) => {
		if (!status) throw invalid({ status: ['The status field cannot be empty.'] });
		setStatus(session, status);
	},
	EndAt: (session, { endAt }) => {
		session.endAt = endAt ?? null;
	},
	Number: (session, { number }) => {
		session.number = number ?? null;
	},
	DepartmentId: (session, { departmentId }, account) => {
		session.departmentId = departmentId ? departmentById(account, departmentId).id : null;
	},
	UserId: (session, { userId }, account) => {
		session.userId = userId ? agentByUserId(account, userId).userId : null;
	},
	Classification: (session, { classification }) => {
		session.classification = writtenClassification(session.classification, classification);
	},
	Metadata: (session, { metadata }) => {
		session.metadata = mergedMetadata(session.metadata, metadata);
	},
};

/** Writes the attributes named in `fields` and no other. */
export function write(session: SessionRecord, update: Update, account: Account): void {
	for (const [field, writer] of Object.entries(writers)) {
		if (update.fields?.includes(field as SessionField)) writer(session, update, account);
	}
}

function transferToDepartment(session: SessionRecord, transfer: Transfer, account: Account): void {
	if (!transfer.newDepartmentId) {
		throw invalid({ newDepartmentId: ['The newDepartmentId field is required.'] });
	}
	session.departmentId = departmentById(account, transfer.newDepartmentId).id;
	session.userId = null;
}

function transferToUser(session: SessionRecord, transfer: Transfer, account: Account): void {
	if (!transfer.newUserId) throw invalid({ newUserId: ['The newUserId field is required.'] });
	const agent = agentByUserId(account, transfer.newUserId);
	session.userId = agent.userId;
	if (transfer.newDepartmentId) {
		session.departmentId = departmentById(account, transfer.newDepartmentId).id;
	} else if (!isMember(agent, session.departmentId)) {
		session.departmentId = agent.departments[0]?.departmentId ?? session.departmentId;
	}
}

/** Hands the session to a department, where nobody owns it yet, or to a user. */
export function transfer(session: SessionRecord, to: Transfer, account: Account): void {
	if (to.type === 'DEPARTMENT') transferToDepartment(session, to, account);
	else transferToUser(session, to, account);
}
