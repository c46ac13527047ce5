import { DateTime } from 'luxon';
import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import type { components } from '../../../../contract/types/chat';
import { get } from '../../transport/contract';
import { isRecord } from '../../transport/records';
import { listPage } from './list';

/** All scheduled messages, the latest made first. */
export async function searchScheduledMessages(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await messages(this, filter, paginationToken);
}

/** Those that are still to be sent. */
export async function searchPendingMessages(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await messages(this, filter, paginationToken, 'SCHEDULED');
}

/**
 * The API cannot search scheduled messages by text, so what is typed chooses among the entries of
 * each page.
 *
 * Source: GET /chat/v1/scheduled-message
 */
async function messages(
	context: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
	Status?: components['schemas']['ScheduledMessageStatus'],
): Promise<INodeListSearchResult> {
	const request = get('/chat/v1/scheduled-message', {
		query: {
			Status,
			IncludeDetails: ['Contact'],
			OrderBy: 'createdAt',
			OrderDirection: 'DESCENDING',
		},
	});
	const zone = context.getTimezone();
	return await listPage(
		context,
		request,
		(message) => messageEntry(message, zone),
		paginationToken,
		filter,
	);
}

function messageEntry(
	{ id, scheduling, status, contact }: IDataObject,
	zone: string,
): INodeListSearchItems {
	const { name, phonenumberFormatted } = isRecord(contact) ? contact : {};
	const time = DateTime.fromISO(String(scheduling), { zone });
	const parts = [
		name || phonenumberFormatted,
		time.isValid ? time.toFormat('yyyy-MM-dd HH:mm') : undefined,
		status,
	];
	return { name: parts.filter(Boolean).join(' · ') || String(id), value: String(id) };
}
