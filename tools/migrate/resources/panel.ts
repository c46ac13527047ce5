import { customFieldsAtTop } from '../customFields';
import { expressionOf, isExpression, sourceOf } from '../expressions';
import {
	changed,
	choices,
	chosen,
	entriesOf,
	fields,
	flag,
	group,
	id,
	json,
	moment,
	number,
	pairs,
	required,
	same,
	several,
	severalOf,
	unsimplified,
	type Field,
	type Part,
	type Resource,
} from '../fields';
import { dateFilters, listing } from '../list';
import { updateFields } from '../updates';
import { say } from '../sentences';

const cardId = id('cardId', 'Card');
const cardDetails = group({ includeDetails: choices('includeDetailsGetCards') });

const PRESENT = ['OPEN', 'WON', 'LOST'];

/** Include Archived, which is a choice of statuses here. */
const statuses: Field = (old) => {
	const archived = old.value('includeArchived') ?? false;
	if (isExpression(archived)) {
		const present = JSON.stringify(PRESENT);
		return expressionOf(`${sourceOf(archived)} ? [...${present}, "ARCHIVED"] : ${present}`);
	}
	return archived === true ? [...PRESENT, 'ARCHIVED'] : PRESENT;
};

/** The old node read the steps, too, when the cards were asked for. */
const panelDetails: Field = (old) => {
	const details = entriesOf(old.value('includeDetailsPanel'));
	if (!Array.isArray(details) || !details.includes('Cards')) return details;
	return [...new Set([...details, 'Steps'])];
};

/** A number that the old node sent only when it was not zero. */
function amount(name: string): Field {
	return number(name, (old) => {
		const value = old.value(name);
		return value === 0 ? undefined : value;
	});
}

const copied: Field = (old) => {
	const names = choices('fieldsCard')(old);
	if (names === undefined) {
		old.look(
			say`No fields to copy were chosen. Here an empty 'Fields to Copy' means everything; the old node sent an empty list.`,
			say`Choose the fields in 'Options → Fields to Copy' if the copy should have only some.`,
		);
	}
	return names;
};

const noteFiles: Part = (old) => {
	const count = severalOf(old.value('fileUrls')).length;
	if (count > 3) {
		old.look(
			say`The note has ${count} files, and a note takes three at most.`,
			say`Put the others into a second node.`,
		);
	}
	return fields({ cardId, fileUrls: required(several('fileUrls'), 'File URLs') })(old);
};

/** Archived or not, which is a status of the card here. */
const archiving: Field = (old) => {
	const archived = old.change('includeArchivedUpdateCard');
	if (archived === undefined) return undefined;
	if (!isExpression(archived)) return { status: archived === true ? 'ARCHIVED' : 'OPEN' };
	return { status: expressionOf(`${sourceOf(archived)} ? "ARCHIVED" : "OPEN"`) };
};

const changes = {
	Archived: {
		set: archiving,
		otherwise: { status: 'OPEN' },
		note: {
			what: say`Archived is a status of the card here, and taking a card out of the archive sets it to Open. The old node never sent that.`,
			todo: say`Look at 'Update Fields → Status'.`,
		},
	},
	ContactIds: {
		set: group({ contactIds: several('contactsIdUpdateCard') }),
		clear: 'contactIds',
	},
	CustomFields: {
		set: group({ customFieldsJson: json('customFieldsCardUpdateCard', { lists: true }) }),
		note: {
			what: say`The old node named the custom fields of a card by their names, which the API does not know, so nothing was written. Here they go by their keys.`,
			todo: say`Choose the panel, set 'Custom Fields' to 'Using Fields Below', and choose the fields again.`,
		},
	},
	Description: {
		set: group({ description: changed('descriptionUpdateCard') }),
		clear: 'description',
	},
	DueDate: { set: group({ dueDate: moment('dueDateUpdateCard') }), clear: 'dueDate' },
	Metadata: { set: group({ metadata: pairs('metadataUpdateCard') }), clear: 'metadata' },
	MonetaryAmount: {
		set: group({
			monetaryAmount: number('monetaryAmountUpdateCard', changed('monetaryAmountUpdateCard')),
		}),
		clear: 'monetaryAmount',
	},
	Position: {
		set: group({ position: number('positionUpdateCard', changed('positionUpdateCard')) }),
	},
	ResponsibleUserId: {
		set: group({ responsibleUserId: chosen(changed('userIdUpdateCard')) }),
		clear: 'responsibleUserId',
	},
	SessionId: {
		set: group({ sessionId: chosen(changed('sessionIdUpdateCard')) }),
		clear: 'sessionId',
		note: {
			what: say`The old node never sent the session of the card; this one does.`,
			todo: say`Look whether the session is the right one.`,
		},
	},
	StepId: { set: group({ stepId: chosen(changed('stepIdUpdateCard')) }) },
	TagIds: { set: group({ tagIds: choices('updateCardTagIdUpdateCard') }), clear: 'tagIds' },
	Title: { set: group({ title: changed('titleCardUpdateCard') }) },
};

export const panel: Resource = {
	listCardAnnotations: {
		resource: 'cardNote',
		operation: 'getMany',
		list: true,
		parts: [fields({ cardId, filters: group(dateFilters) }), listing()],
	},
	listCards: {
		resource: 'card',
		operation: 'getMany',
		list: true,
		parts: [
			fields({
				panelId: id('panels', 'Panel'),
				filters: group({
					contactId: chosen(same('contactId')),
					responsibleUserId: chosen(same('responsibleId')),
					statuses,
					stepId: chosen(same('stepPanels')),
					text: same('textFilter'),
					...dateFilters,
				}),
				options: cardDetails,
				...unsimplified,
			}),
			listing('title', 'dueDate', 'monetaryAmount'),
		],
	},
	getAllPanels: {
		resource: 'panel',
		operation: 'getMany',
		list: true,
		parts: [
			fields({ filters: group({ title: same('title'), ...dateFilters }), ...unsimplified }),
			listing('title'),
		],
	},
	getCardById: {
		resource: 'card',
		operation: 'get',
		parts: [fields({ cardId, options: cardDetails, ...unsimplified })],
	},
	getPanelById: {
		resource: 'panel',
		operation: 'get',
		parts: [
			fields({
				panelId: id('panelId', 'Panel'),
				options: group({ includeDetails: panelDetails }),
				...unsimplified,
			}),
		],
	},
	createCard: {
		resource: 'card',
		operation: 'create',
		parts: [
			customFieldsAtTop(
				'additionalFields',
				fields({
					panelId: chosen(same('panels')),
					stepId: id('stepPanels', 'Step'),
					title: required(same('title'), 'Title'),
					additionalFields: group({
						monetaryAmount: amount('monetaryAmount'),
						contactIds: same('contactId'),
						customFieldsJson: json('customFieldsPanel', { lists: true }),
						description: same('description'),
						metadata: pairs('metadata'),
						position: amount('position'),
						responsibleUserId: chosen(same('responsibleId')),
						tagIds: choices('tagsPanel'),
					}),
				}),
			),
		],
	},
	createAnnotationText: {
		resource: 'cardNote',
		operation: 'create',
		parts: [fields({ cardId, text: required(same('textMessage'), 'Text') })],
	},
	createAnnotationFile: { resource: 'cardNote', operation: 'create', parts: [noteFiles] },
	duplicateCard: {
		resource: 'card',
		operation: 'duplicate',
		parts: [
			fields({
				cardId,
				stepId: chosen(same('stepId')),
				options: group({
					archiveOriginal: flag('archiveOriginalCard'),
					copiedFields: copied,
				}),
			}),
		],
	},
	deleteCardAnnotation: {
		resource: 'cardNote',
		operation: 'delete',
		parts: [fields({ cardId, cardNoteId: id('noteId', 'Note') })],
	},
	updateCard: {
		resource: 'card',
		operation: 'update',
		parts: [
			customFieldsAtTop(
				'updateFields',
				fields({
					cardId: id('cardIdUpdateCard', 'Card'),
					updateFields: updateFields('fieldsUpdateCard', changes),
				}),
			),
		],
	},
};
