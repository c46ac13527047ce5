import { assigneeOf } from '../conversation/assignee';
import { authorOf, isWritten } from '../conversation/author';
import type { Delivery } from '../events/delivery';
import type { ValuesOf } from '../fields/field';
import { choices } from '../fields/kinds/choice';
import { atLeastOne, number } from '../fields/kinds/plain';
import { text } from '../fields/kinds/text';
import { get } from '../transport/contract';
import type { Read } from '../transport/reader';
import { PlainError } from '../transport/plainError';
import { isRecord } from '../transport/records';
import { noList } from '../transport/sentences';
import { readWholeSession } from './details';
import { ofReceived } from './filterFields';

/** What tells that a person answers a contact. */
type Sign = 'assigned' | 'wrote' | 'metadata';

const MINUTES = 60;
const KEY = 'person';
const PAGE = 100;

/** When the workflow leaves a contact to a person of the team. */
export const personFields = {
	personAnswers: choices<Sign>({
		displayName: 'Pass Over While a Person Answers',
		name: 'personAnswers',
		displayOptions: ofReceived,
		options: [
			{ name: 'A User Is Assigned', value: 'assigned' },
			{ name: 'A User Wrote Lately', value: 'wrote' },
			{ name: 'Metadata Says So', value: 'metadata' },
		],
		default: ['assigned', 'wrote', 'metadata'],
		description:
			'Messages start nothing while any of these tells that a person of the team answers the contact. Where it cannot be read, the execution fails and says nothing to the contact.',
	}),
	personMinutes: number({
		displayName: 'Person Wrote Within (Minutes)',
		name: 'personMinutes',
		typeOptions: { minValue: 1 },
		displayOptions: ofReceived,
		default: MINUTES,
		description: "How long 'A User Wrote Lately' goes back",
	}).checked(atLeastOne),
	personKey: text({
		displayName: 'Person Metadata Key',
		name: 'personKey',
		displayOptions: ofReceived,
		default: KEY,
		description:
			"Key of the session's metadata that 'Metadata Says So' looks at; any value but false, no and 0 says that a person answers",
	}),
};

/** Which signs of a person the user wants to count. */
type Wanted = Partial<ValuesOf<typeof personFields>> & { onlyUnassigned?: boolean };

/**
 * Whether a person of the team answers the contact of a message, as far as the user wants to know.
 *
 * @throws NodeApiError when the API refuses or cannot be reached
 */
export async function isPersonAnswering(
	read: Read,
	{ eventType, content }: Delivery,
	wanted: Wanted,
): Promise<boolean> {
	if (eventType !== 'MESSAGE_RECEIVED') return false;
	const { personMinutes = MINUTES, personKey = KEY } = wanted;
	const sessionId = String(content.sessionId);
	if (looksAtSession(wanted)) {
		const { metadata, ...others } = await readWholeSession(read, sessionId);
		if (isAssignedWanted(wanted) && assigneeOf(others)) return true;
		const said = isRecord(metadata) ? metadata[personKey] : undefined;
		if (isWanted(wanted, 'metadata') && isYes(said)) return true;
	}
	return isWanted(wanted, 'wrote') && (await hasPersonWritten(read, sessionId, personMinutes));
}

/** Whether the session of a message that comes in is read to tell whether a person answers. */
export function looksAtSession(wanted: Wanted): boolean {
	return isAssignedWanted(wanted) || isWanted(wanted, 'metadata');
}

function isAssignedWanted(wanted: Wanted): boolean {
	return isWanted(wanted, 'assigned') || wanted.onlyUnassigned === true;
}

function isWanted({ personAnswers = [] }: Wanted, sign: Sign): boolean {
	return personAnswers.includes(sign);
}

/** What says no, also in Portuguese and in a spreadsheet. */
const NOES = ['', '0', 'false', 'falso', 'no', 'não', 'nao', 'null', 'undefined'];

function isYes(said: unknown): boolean {
	return !NOES.includes(String(said).trim().toLowerCase());
}

/**
 * Whether a user wrote to the contact in the last minutes, or somebody who may be one, such as the team's phone.
 *
 * Source: GET /chat/v1/message
 */
async function hasPersonWritten(read: Read, sessionId: string, minutes: number): Promise<boolean> {
	const query = {
		SessionId: sessionId,
		'CreatedAt.After': new Date(Math.max(0, Date.now() - minutes * 60_000)).toISOString(),
		OrderBy: 'createdAt',
		OrderDirection: 'DESCENDING',
		PageSize: PAGE,
	} as const;
	const answer = await read(get('/chat/v1/message', { query }));
	const items = isRecord(answer) ? answer.items : undefined;
	if (!Array.isArray(items)) throw new PlainError(noList);
	return items
		.filter((message) => isRecord(message) && isWritten(message))
		.some((message) => ['user', 'unknown'].includes(authorOf(message)));
}
