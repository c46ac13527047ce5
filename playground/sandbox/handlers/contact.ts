import { contactById, type Account, type ContactRecord } from '../account';
import { save, write } from '../contact/changes';
import { passesFilter } from '../contact/filter';
import { contactByPhone } from '../contact/records';
import { combinedTags } from '../contact/tags';
import { contactView, writtenView } from '../contact/view';
import { inDates } from '../moments';
import { operation, type RequestOf } from '../operation';
import { paged, showing } from '../paging';

function updated(
	account: Account,
	contact: ContactRecord,
	body: RequestOf<'updateContact'>['body'],
) {
	write(account, contact, body, body.fields ?? [], body.options?.tagsOperation);
	return writtenView(account, contact);
}

function tagged(
	account: Account,
	contact: ContactRecord,
	body: RequestOf<'updateContactTags'>['body'],
) {
	contact.tagIds = combinedTags(account, contact.tagIds, body, body.operation);
	return writtenView(account, contact);
}

export const contactOperations = [
	operation('listContacts', ({ query }, account) => {
		const contacts = account.contacts.filter(
			(contact) => contact.status === (query.Status ?? 'ACTIVE') && inDates(contact, query),
		);
		return showing(paged(contacts, query), (contact) =>
			contactView(account, contact, query.IncludeDetails),
		);
	}),

	operation('filterContacts', ({ body }, account) => {
		const { pageNumber, pageSize, orderBy, orderDirection, includeDetails } = body;
		const page = paged(
			account.contacts.filter((contact) => passesFilter(account, contact, body)),
			{
				PageNumber: pageNumber,
				PageSize: pageSize,
				OrderBy: orderBy ?? undefined,
				OrderDirection: orderDirection ?? undefined,
			},
		);
		return showing(page, (contact) => contactView(account, contact, includeDetails ?? []));
	}),

	operation('getContact', ({ path, query }, account) =>
		contactView(account, contactById(account, path.id), query.IncludeDetails),
	),

	operation('getContactByPhone', ({ path, query }, account) =>
		contactView(account, contactByPhone(account, path.phone), query.IncludeDetails),
	),

	operation('createContact', ({ body }, account) =>
		writtenView(account, save(account, body, body.options)),
	),

	// said to update contacts that exist in any case
	operation('saveContactBatch', ({ body }, account) =>
		body.items.map((item) =>
			writtenView(account, save(account, item, { ...body.options, upsert: true })),
		),
	),

	operation('updateContact', ({ path, body }, account) =>
		updated(account, contactById(account, path.id), body),
	),

	operation('updateContactByPhone', ({ path, body }, account) =>
		updated(account, contactByPhone(account, path.phone), body),
	),

	operation('updateContactTags', ({ path, body }, account) =>
		tagged(account, contactById(account, path.id), body),
	),

	operation('updateContactTagsByPhone', ({ path, body }, account) =>
		tagged(account, contactByPhone(account, path.phone), body),
	),
];
