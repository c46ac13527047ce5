import { isDeepStrictEqual } from 'node:util';
import axios from 'axios';
import type { components } from '../contract/types/chat';
import type { Sandbox } from './sandbox';

type Schemas = components['schemas'];

/** A session as a person would tell it: by names instead of ids. */
export interface SessionRow {
	number: string;
	contact: string;
	status: string;
	department: string;
	user: string;
}

/** Reads every session as everybody else does: through the API. */
export async function readSessions({ url, apiKey }: Sandbox): Promise<SessionRow[]> {
	const { data } = await axios.get<Schemas['SessionPage']>(`${url}/chat/v2/session`, {
		headers: { Authorization: `Bearer ${apiKey}` },
		params: {
			IncludeDetails: ['ContactDetails', 'DepartmentsDetails', 'AgentDetails'],
			OrderBy: 'createdAt',
			OrderDirection: 'ASCENDING',
			PageSize: 100,
		},
		paramsSerializer: { indexes: null },
		proxy: false,
	});
	return (data.items ?? []).map(rowOf);
}

function rowOf(session: Schemas['Session']): SessionRow {
	return {
		number: session.number ?? '',
		contact: session.contactDetails?.name ?? '',
		status: session.status ?? '',
		department: session.departmentDetails?.name ?? '',
		user: session.agentDetails?.name ?? '',
	};
}

/** Prints the sessions as a table, with a star before those that are not as they were before. */
export function printSessions(sessions: SessionRow[], before = sessions): void {
	const titles = [' ', 'Number', 'Contact', 'Status', 'Department', 'User'];
	const rows = sessions.map((session) => [
		isAmong(session, before) ? '' : '*',
		session.number,
		session.contact,
		session.status,
		session.department,
		session.user,
	]);
	const table = [titles, ...rows];
	const widths = titles.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
	for (const row of table) {
		console.log(row.map((cell, column) => cell.padEnd(widths[column]!)).join('  '));
	}
}

/** Whether there is a session with the same number, contact, status, department and user. */
export function isAmong(session: SessionRow, sessions: SessionRow[]): boolean {
	return sessions.some((other) => isDeepStrictEqual(session, other));
}
