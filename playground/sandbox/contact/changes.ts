import type { components } from '../../../contract/types/core';
import { mergedMetadata } from '../crm/changes';
import { writtenCustomFields } from '../crm/customFields';
import type { Account, ContactRecord } from '../account';
import { invalid, platformError } from '../errors';
import { setPortfolios } from './portfolios';
import { addContact, contactAt, phoneFields } from './records';
import { enrol, sequenceById, unenrol } from './sequences';
import { combinedTags } from './tags';

type Schemas = components['schemas'];
type Input = Schemas['UpdateContactRequest'];
type Field = Schemas['ContactField'];
type TagOperation = Schemas['TagOperation'];
type Options = Schemas['SaveContactOptions'];
type Writer = (contact: ContactRecord, input: Input, account: Account) => void;

const writers: Record<Exclude<Field, 'Tags'>, Writer> = {
	Name: (contact, { name }) => {
		contact.name = name ?? null;
	},
	PhoneNumber: (contact, { phoneNumber }) => {
		Object.assign(contact, phoneFields(phoneNumber));
	},
	Email: (contact, { email }) => {
		contact.email = email ?? null;
	},
	Instagram: (contact, { instagram }) => {
		contact.instagram = instagram ?? null;
	},
	Annotation: (contact, { annotation }) => {
		contact.annotation = annotation ?? null;
	},
	Status: (contact, { status }) => {
		if (!status) throw invalid({ status: ['The status field cannot be empty.'] });
		contact.status = status;
	},
	CustomFields: (contact, { customFields }, { contactCustomFields }) => {
		contact.customFields = writtenCustomFields(
			contact.customFields,
			customFields ?? undefined,
			contactCustomFields,
		);
	},
	// pictures are fetched and kept, but no answer shows them
	PictureUrl: () => undefined,
	Portfolio: (contact, input, account) => setPortfolios(account, contact, input),
	SequenceIds: (contact, { sequenceIds }, account) => {
		const wanted = (sequenceIds ?? []).map((id) => sequenceById(account, id));
		for (const sequence of account.sequences) {
			if (wanted.includes(sequence)) enrol(account, sequence, contact);
			else unenrol(account, sequence, [contact]);
		}
	},
	Utm: (contact, { utm }) => {
		contact.utm = utm ? { ...blankUtm, ...utm } : null;
	},
	Metadata: (contact, { metadata }) => {
		contact.metadata = mergedMetadata(contact.metadata, metadata ?? undefined);
	},
};

const blankUtm = {
	sourceId: null,
	source: null,
	clid: null,
	medium: null,
	campaign: null,
	content: null,
	headline: null,
	term: null,
	referralUrl: null,
};

/** Writes the attributes named in `fields` and no other; when one is refused, the contact stays as it was. */
export function write(
	account: Account,
	contact: ContactRecord,
	input: Input,
	fields: Field[],
	tagOperation?: TagOperation,
): void {
	const draft = { ...contact };
	for (const field of fields) {
		if (field === 'Tags') {
			draft.tagIds = combinedTags(account, draft.tagIds, input, tagOperation);
		} else {
			writers[field](draft, input, account);
		}
	}
	Object.assign(contact, draft, { updatedAt: new Date().toISOString() });
}

const SAVED_FIELDS: Field[] = [
	'Name',
	'PhoneNumber',
	'Email',
	'Instagram',
	'Annotation',
	'Tags',
	'CustomFields',
	'Portfolio',
	'SequenceIds',
	'Metadata',
];

/** The upsert spells the operations in its own way. */
const UPSERT_TAG_OPERATIONS: Record<Schemas['UpsertTagOperation'], TagOperation> = {
	INSERTIFNOTEXISTS: 'InsertIfNotExists',
	DELETEIFEXISTS: 'DeleteIfExists',
	REPLACEALL: 'ReplaceAll',
};

function known(account: Account, { phoneNumber, email, instagram }: Schemas['ContactInput']) {
	const byPhone = phoneNumber ? contactAt(account, phoneNumber) : undefined;
	return (
		byPhone ??
		account.contacts.find(
			(contact) =>
				(email && contact.email === email) || (instagram && contact.instagram === instagram),
		)
	);
}

/** Adds the contact, or does with the one that exists what the options say. */
export function save(
	account: Account,
	input: Schemas['ContactInput'],
	options: Options = {},
): ContactRecord {
	if (!input.phoneNumber && !input.email && !input.instagram) {
		throw invalid({ phoneNumber: ['Phone number, e-mail or Instagram is required.'] });
	}
	const existing = known(account, input);
	if (!existing) {
		const contact = addContact(account, 'CREATED_BY_USER');
		write(account, contact, input, SAVED_FIELDS);
		return contact;
	}
	if (options.upsert) {
		const operation = UPSERT_TAG_OPERATIONS[options.upsertTagOperation ?? 'REPLACEALL'];
		// without a list all attributes are touched, those that the request lacks are cleared
		write(account, existing, input, options.upsertFields ?? SAVED_FIELDS, operation);
		return existing;
	}
	if (options.getIfExists) return existing;
	throw platformError(500, 'FORM_ERROR', 'Contato já cadastrado');
}
