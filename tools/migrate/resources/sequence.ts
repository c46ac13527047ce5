import { isExpression, sourceOf } from '../expressions';
import {
	choices,
	chosen,
	fields,
	fixed,
	group,
	id,
	phone,
	required,
	same,
	severalOf,
	unsimplified,
	type Conversion,
	type Part,
	type Resource,
} from '../fields';
import { dateFilters, listing } from '../list';
import { Unconvertible, type OldParameters } from '../oldParameters';
import { say } from '../sentences';

const sequenceId = id('sequenceId', 'Sequence');

/** The contact by its ID, or by its phone number where there is no ID. */
const oneContact: Part = (old) => {
	const byId = chosen(same('contactId'))(old);
	const byPhone = chosen(phone('phonenumber'), 'phone')(old);
	if (byId !== undefined && byPhone !== undefined) {
		old.look(
			say`Both the ID and the phone number of the contact were given; this node goes by the ID.`,
			say`Choose 'Phone' in 'Contact' if the number was meant.`,
		);
	}
	return { contactId: required(fixed(byId ?? byPhone), 'Contact')(old) };
};

/** Several contacts of one item, which become one item each here. */
const severalContacts: Part = (old) => {
	const ids = contactsIn(old, 'contactsId');
	const phones = contactsIn(old, 'phonenumbers');
	if (ids && phones) {
		throw new Unconvertible(
			say`It names contacts by ID and others by phone number, which takes two nodes here.`,
			say`Make a copy of the old node, leave only the IDs in one and only the numbers in the other, and convert again.`,
		);
	}
	const contacts = ids ?? phones;
	const mode = ids ? 'id' : 'phone';
	if (!contacts) {
		throw new Unconvertible(
			say`It names no contact.`,
			say`Fill in the contacts, and convert again.`,
		);
	}
	if ('one' in contacts) {
		return fields({ sequenceId, contactId: chosen(fixed(contacts.one), mode) })(old);
	}
	sequenceId(old);
	old.spread = { sequence: sourceOf(old.value('sequenceId')), contacts: contacts.source };
	return {
		sequenceId: { __rl: true, mode: 'id', value: '={{ $json.sequence }}' },
		contactId: { __rl: true, mode, value: '={{ $json.contact }}' },
		options: { batching: true },
	};
};

function contactsIn(
	old: OldParameters,
	name: string,
): { one: unknown } | { source: string } | undefined {
	const value = old.value(name);
	if (isExpression(value)) return { source: `Object.values(${sourceOf(value)}).flat(2)` };
	const entries = severalOf(value);
	if (name === 'phonenumbers') for (const entry of entries) phone(name, fixed(entry))(old);
	// an expression may give many
	if (entries.length === 1 && !isExpression(entries[0])) return { one: entries[0] };
	return entries.length > 0
		? { source: `[${entries.map(sourceOf).join(', ')}].flat()` }
		: undefined;
}

function one(operation: string): Conversion {
	return { resource: 'sequence', operation, parts: [fields({ sequenceId }), oneContact] };
}

function many(operation: string): Conversion {
	return { resource: 'sequence', operation, parts: [severalContacts] };
}

export const sequence: Resource = {
	listSequences: {
		resource: 'sequence',
		operation: 'getMany',
		list: true,
		parts: [
			fields({
				filters: group({
					contactId: chosen(same('contactId')),
					name: same('name'),
					...dateFilters,
				}),
				options: group({ includeDetails: choices('includeDetailsSequence') }),
			}),
			listing('name'),
		],
	},
	getContactsBySequence: {
		resource: 'sequence',
		operation: 'getManyContacts',
		list: true,
		parts: [fields({ sequenceId, returnAll: fixed(true), ...unsimplified })],
	},
	addContactToSequence: one('addContact'),
	addContactsToSequence: many('addContact'),
	removeContactToSequence: one('removeContact'),
	removeContactsToSequence: many('removeContact'),
};
