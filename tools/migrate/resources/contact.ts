import {
	changed,
	choice,
	choices,
	chosen,
	fields,
	fixed,
	group,
	id,
	json,
	pairs,
	phone,
	required,
	same,
	unsimplified,
	whenOn,
	type Field,
	type Part,
	type Resource,
} from '../fields';
import { customFieldsAtTop } from '../customFields';
import { isExpression } from '../expressions';
import { dateFilters, listing } from '../list';
import type { OldParameters } from '../oldParameters';
import { updateFields } from '../updates';
import { say } from '../sentences';

const readOptions = group({ includeDetails: choices('includeDetailsContacts') });

const newContact: Record<string, Field> = {
	annotation: same('annotation'),
	customFieldsJson: json('customFields'),
	email: same('email'),
	instagram: same('instagram'),
	metadata: pairs('metadata'),
	tagIds: choices('tagIds'),
};

/** Create, or Create or Update where Upsert was on. */
function creation(old: OldParameters): string {
	const upsert = old.value('upsert') ?? false;
	if (isExpression(upsert)) {
		old.look(
			say`'Upsert' was an expression. Here Create and Create or Update are two operations, and this is Create or Update.`,
			say`Use an If node with one node of each operation if both are needed.`,
		);
	}
	return upsert === false ? 'create' : 'upsert';
}

const creating: Part = (old) => {
	const updates = creation(old) === 'upsert';
	const getIfExists = group({ getIfExists: whenOn('getIfExists') })(old);
	const values = fields({
		phoneNumber: phone('phonenumber'),
		name: same('name'),
		...unsimplified,
	})(old);
	const additionalFields = fields(newContact)(old);
	if (!updates) return { ...values, additionalFields, options: getIfExists };

	old.look(
		say`Create or Update writes only what is filled in; the old node emptied what was left blank when the contact existed.`,
		say`Nothing, unless you relied on blank fields emptying a contact.`,
	);
	if (additionalFields.tagIds !== undefined) {
		additionalFields.tagOperation = 'REPLACEALL';
		old.look(
			say`The tags replace those of a contact that exists, as in the old node ('Tag Operation').`,
			say`Set 'Tag Operation' to Add if the contact should keep its other tags.`,
		);
	}
	return { ...values, additionalFields };
};

const utm = group({
	utmSource: changed('sourceUtmUpdateContact'),
	utmMedium: changed('mediumUtmUpdateContact'),
	utmCampaign: changed('campaignUtmUpdateContact'),
	utmContent: changed('contentUtmUpdateContact'),
	utmHeadline: changed('headlineUtmUpdateContact'),
	utmTerm: changed('termUtmUpdateContact'),
	utmReferralUrl: changed('referralUrlUtmUpdateContact'),
});

/** Tags, which replace those that the contact has. */
const tags: Field = (old) => {
	const tagIds = choices('tagsUpdateContact')(old);
	return tagIds === undefined ? undefined : { tagIds, tagOperation: 'ReplaceAll' };
};

const changes = {
	Annotation: {
		set: group({ annotation: changed('annotationUpdateContact') }),
		clear: 'annotation',
	},
	CustomFields: {
		set: group({ customFieldsJson: json('customFieldsUpdateContact') }),
		clear: 'customFields',
	},
	Email: { set: group({ email: changed('emailUpdateContact') }), clear: 'email' },
	Instagram: { set: group({ instagram: changed('instagramUpdateContact') }), clear: 'instagram' },
	Metadata: { set: group({ metadata: pairs('metadataUpdateContact') }), clear: 'metadata' },
	Name: { set: group({ name: changed('nameUpdateContact') }) },
	PhoneNumber: {
		set: group({
			phoneNumber: phone('phonenumberUpdateContact', changed('phonenumberUpdateContact')),
		}),
		clear: 'phoneNumber',
	},
	PictureUrl: {
		set: group({ pictureUrl: changed('pictureUrlUpdateContact') }),
		clear: 'pictureUrl',
	},
	Portfolio: {
		set: group({ portfolioIds: choices('portfoliosUpdateContact') }),
		clear: 'portfolioIds',
	},
	SequenceIds: {
		set: group({ sequenceIds: choices('sequencesUpdateContact') }),
		clear: 'sequenceIds',
	},
	Status: { set: group({ status: changed('statusUpdateContact') }) },
	Tags: { set: tags, clear: 'tagIds' },
	Utm: { set: utm, clear: 'utm' },
};

export const contact: Resource = {
	listContacts: {
		resource: 'contact',
		operation: 'getMany',
		list: true,
		parts: [
			fields({
				filters: group({ ...dateFilters, status: choice('statusContact', 'UNDEFINED') }),
				options: readOptions,
				...unsimplified,
			}),
			listing('name'),
		],
	},
	getContactById: {
		resource: 'contact',
		operation: 'get',
		parts: [
			fields({ contactId: id('contactId', 'Contact'), options: readOptions, ...unsimplified }),
		],
	},
	getContactByPhone: {
		resource: 'contact',
		operation: 'get',
		parts: [
			fields({
				contactId: required(chosen(phone('phonenumber'), 'phone'), 'Contact'),
				options: readOptions,
				...unsimplified,
			}),
		],
	},
	createContact: {
		resource: 'contact',
		operation: creation,
		parts: [customFieldsAtTop('additionalFields', creating)],
	},
	updateContact: {
		resource: 'contact',
		operation: 'update',
		parts: [
			customFieldsAtTop(
				'updateFields',
				fields({
					contactId: id('contactId', 'Contact'),
					updateFields: updateFields('fieldsUpdateContact', changes),
					simplify: fixed(false),
				}),
			),
		],
	},
};
