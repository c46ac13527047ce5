import type { IDataObject } from 'n8n-workflow';
import type { components } from '../../../contract/types/chat';
import { authorOf } from '../conversation/author';
import { isRecord } from '../transport/records';
import { phoneOfApi } from '../values/phones';

type WindowStatus = components['schemas']['WindowStatus'];

/** A property that comes out of a record: one of its own by the name, or one that is worked out. */
export type Property = string | Derived;

/** A property that is worked out from what else a record has. */
export interface Derived {
	name: string;
	/** Its values, where there are only these. */
	values?: string[];
	/** The value; undefined where the record does not tell it. */
	of(record: IDataObject): string | null | undefined;
}

/** What a property is called in the output. */
export function nameOf(property: Property): string {
	return typeof property === 'string' ? property : property.name;
}

/** What a record has for a property; undefined where it does not tell. */
export function valueOf(property: Property, record: IDataObject): IDataObject[string] {
	return typeof property === 'string' ? record[property] : property.of(record);
}

export const contactName: Derived = {
	name: 'contactName',
	of: ({ contactDetails }) => textIn(contactDetails, 'name'),
};

/** The number of the contact, in the form that every field for a phone number takes. */
export const phone: Derived = {
	name: 'phone',
	of: ({ contactDetails, details, direction }) =>
		isRecord(contactDetails)
			? phoneIn(contactDetails, 'phonenumber')
			: phoneIn(details, direction === 'TO_HUB' ? 'to' : 'from'),
};

export const departmentName: Derived = {
	name: 'departmentName',
	of: ({ departmentId, departmentDetails }) =>
		departmentId === null ? null : textIn(departmentDetails, 'name'),
};

export const userName: Derived = {
	name: 'userName',
	of: ({ userId, agentDetails }) => (userId === null ? null : textIn(agentDetails, 'name')),
};

/** The ID of a session by the name that messages and events have for it, and that forms look for. */
export const ownSessionId: Derived = {
	name: 'sessionId',
	of: ({ id }) => (typeof id === 'string' ? id : undefined),
};

/** Whether texts and files reach the contact, as WTS Chat says; where it is closed, only templates do. */
export const serviceWindow: Derived = {
	name: 'window',
	values: ['open', 'closed'],
	of: ({ windowStatus }) => WINDOWS[String(windowStatus)],
};

const WINDOWS: Record<string, string | undefined> = {
	ACTIVE: 'open',
	EXPIRED: 'closed',
	NOT_STARTED: 'closed',
} satisfies Record<WindowStatus, string>;

/** Who wrote a message: the contact, a user of the team, or whatever writes by itself. */
export const author: Derived = {
	name: 'from',
	values: ['contact', 'user', 'bot'],
	of(message) {
		const wrote = authorOf(message);
		if (wrote === 'unknown') return undefined;
		return wrote === 'contact' || wrote === 'user' ? wrote : 'bot';
	},
};

/** A text of a record that stands in another one; undefined where it is not told, null where there is none. */
function textIn(part: unknown, name: string): string | null | undefined {
	const value = isRecord(part) ? part[name] : undefined;
	return typeof value === 'string' || value === null ? value : undefined;
}

function phoneIn(part: unknown, name: string): string | null | undefined {
	const told = textIn(part, name);
	return told ? (phoneOfApi(told) ?? told) : told;
}
