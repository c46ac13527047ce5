import type { Operation } from './contract';

/** The operations that are no GET and still only read. */
const READING_POSTS = ['filterContacts'];

const PARTNERS = 'account management of partners needs a partner token';
const NO_LIST = 'no read lists its ids';

/** Reads that are left out, and why. */
const LEFT_OUT: Record<string, string> = {
	getFileUploadUrl: 'it reserves a place in the storage of the account',
	getOtpStatus: NO_LIST,
	getSendChatbotStatus: NO_LIST,
	listAccounts: PARTNERS,
	getAccount: PARTNERS,
	listAccountTokens: PARTNERS,
	getPartnerBillingReport: PARTNERS,
};

/** Whether the contract marks the operation as one that changes nothing. */
export function isRead({ method, operationId }: Operation): boolean {
	return method === 'GET' || READING_POSTS.includes(operationId);
}

/** Why a read is not sent; undefined for one that is. */
export function reasonToLeaveOut({ operationId, deprecated }: Operation): string | undefined {
	if (deprecated) return 'the reference has dropped it, and the node does not use it';
	return LEFT_OUT[operationId];
}

type Found = Record<string, unknown>;

/** Where a value comes from that a read needs: a property of a record in an earlier answer. */
export interface Source {
	read: string;
	property: string;
	/** Which record; the first one otherwise. */
	where?: (record: Found) => boolean;
	/** How the value is written in the request. */
	written?: (text: string) => string;
}

const id = (read: string): Source => ({ read, property: 'id' });

const SOURCES: Record<string, Record<string, Source>> = {
	getContact: { id: id('listContacts') },
	getContactByPhone: {
		phone: {
			read: 'listContacts',
			property: 'phoneNumber',
			written: (phone) => phone.replace(/\D/g, ''),
		},
	},
	getAgent: { id: { read: 'listAgents', property: 'userId' } },
	getDepartment: { id: id('listDepartments') },
	getDepartmentChannels: { id: id('listDepartments') },
	listPortfolioContacts: { id: id('listPortfolios') },
	getWebhookSubscription: { subscriptionId: id('listWebhookSubscriptions') },
	getSession: { id: id('listSessions') },
	listSessionNotes: { id: id('listSessions') },
	getSessionNote: { id: id('listSessionNotes') },
	listSessionMessages: { id: id('listSessions') },
	listMessages: { SessionId: id('listSessions') },
	getMessage: { id: id('listSessionMessages') },
	getMessageStatus: { id: id('listSessionMessages') },
	getSendMessageStatus: {
		// only what the API itself sent has one
		id: { ...id('listSessionMessages'), where: ({ origin }) => origin === 'API' },
	},
	listSequenceContacts: { id: id('listSequences') },
	getScheduledMessage: { id: id('listScheduledMessages') },
	getPanel: { id: id('listPanels') },
	listPanelCustomFields: { id: id('listPanels') },
	listPanelLostReasons: { id: id('listPanels') },
	listCards: { PanelId: id('listPanels') },
	getCard: { id: id('listCards') },
	listCardNotes: { cardId: id('listCards') },
};

export function sourcesOf({ operationId }: Operation): Record<string, Source> {
	return SOURCES[operationId] ?? {};
}

const PAGE_SIZE = 25;

/** The body of a read that has one. */
const BODIES: Record<string, object> = {
	filterContacts: {
		pageNumber: 1,
		pageSize: PAGE_SIZE,
		includeDetails: ['Tags', 'CustomFields', 'Portfolios'],
	},
};

export function bodyOf({ operationId }: Operation): object | undefined {
	return BODIES[operationId];
}

/** The query that makes the answer as full as it gets, on a page of moderate size. */
export function fullestQuery({ parameters }: Operation): Record<string, unknown> {
	const query: Record<string, unknown> = {};
	for (const { name, schema } of parameters) {
		if (name === 'PageSize') query[name] = PAGE_SIZE;
		if (name.toLowerCase() !== 'includedetails') continue;
		const details = schema.items?.enum ?? schema.enum ?? [];
		query[name] = details.includes('All')
			? 'All'
			: details.filter((detail) => detail !== 'Undefined');
	}
	return query;
}

/** The value that a source gives, if the account has such a record. */
export function valueFrom(
	{ property, where = () => true, written = (text) => text }: Source,
	answer: unknown,
): string | undefined {
	const record = recordsIn(answer).find((one) => isText(one[property]) && where(one));
	return record && written(record[property] as string);
}

const isText = (value: unknown) => typeof value === 'string' && value !== '';

/** The records of a list or page; the answer itself where it is one. */
export function recordsIn(answer: unknown): Found[] {
	const { items = answer } = (answer ?? {}) as { items?: unknown };
	return [items].flat().filter((one): one is Found => typeof one === 'object' && one !== null);
}
