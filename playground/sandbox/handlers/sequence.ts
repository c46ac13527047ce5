import type { components } from '../../../contract/types/chat';
import { contactById, type Account, type SequenceRecord } from '../account';
import { digitsOf } from '../contact/records';
import {
	enrol,
	enrolledContacts,
	enrolmentView,
	sequenceById,
	unenrol,
} from '../contact/sequences';
import { inDates } from '../moments';
import { operation, type RequestOf } from '../operation';
import { paged, showing } from '../paging';

type Reference = components['schemas']['SequenceContactRequest'];

const contains = (text: string | null, part = '') =>
	(text ?? '').toLocaleLowerCase('pt-BR').includes(part.toLocaleLowerCase('pt-BR'));

function enrolmentsOf(account: Account, sequenceId: string) {
	return account.sequenceContacts.filter((enrolment) => enrolment.sequenceId === sequenceId);
}

function passes(
	account: Account,
	sequence: SequenceRecord,
	query: RequestOf<'listSequences'>['query'],
): boolean {
	const enrolled = enrolmentsOf(account, sequence.id).map(({ contactId }) => contactId);
	return (
		contains(sequence.name, query.Name) &&
		(!query.ContactId || enrolled.includes(query.ContactId)) &&
		inDates(sequence, query)
	);
}

const listOf = ({ contactId, phoneNumber }: Reference) => ({
	contactIds: contactId ? [contactId] : null,
	phoneNumbers: phoneNumber ? [phoneNumber] : null,
});

export const sequenceOperations = [
	operation('listSequences', ({ query }, account) => {
		const sequences = account.sequences.filter((sequence) => passes(account, sequence, query));
		const counted = query.IncludeDetails?.includes('ContactExecutingCount');
		return showing(paged(sequences, query), (sequence) => ({
			...sequence,
			contactExecutingCount: counted ? enrolmentsOf(account, sequence.id).length : 0,
		}));
	}),

	operation('listSequenceContacts', ({ path, query }, account) => {
		const enrolments = enrolmentsOf(account, sequenceById(account, path.id).id).filter(
			(enrolment) => {
				const { phoneNumber } = contactById(account, enrolment.contactId);
				return (
					contains(enrolment.contactName, query.Name) &&
					(!query.ContactId || enrolment.contactId === query.ContactId) &&
					(!query.PhoneNumber || digitsOf(phoneNumber ?? '') === digitsOf(query.PhoneNumber)) &&
					inDates(enrolment, query)
				);
			},
		);
		return showing(paged(enrolments, query), (enrolment) =>
			enrolmentView(account, enrolment, query.IncludeDetails?.includes('ContactDetails') ?? false),
		);
	}),

	operation('addSequenceContact', ({ path, body }, account) => {
		const sequence = sequenceById(account, path.id);
		const [contact] = enrolledContacts(account, listOf(body));
		return enrolmentView(account, enrol(account, sequence, contact!), true);
	}),

	operation('removeSequenceContact', ({ path, body }, account) => {
		const sequence = sequenceById(account, path.id);
		unenrol(account, sequence, enrolledContacts(account, listOf(body)));
	}),

	operation('addSequenceContactsBatch', ({ path, body }, account) => {
		const sequence = sequenceById(account, path.id);
		const enrolments = enrolledContacts(account, body).map((contact) =>
			enrol(account, sequence, contact),
		);
		// the contract promises no order
		return showing(paged(enrolments.reverse(), { PageSize: 100 }), (enrolment) =>
			enrolmentView(account, enrolment, true),
		);
	}),

	operation('removeSequenceContactsBatch', ({ path, body }, account) => {
		const sequence = sequenceById(account, path.id);
		unenrol(account, sequence, enrolledContacts(account, body));
	}),
];
