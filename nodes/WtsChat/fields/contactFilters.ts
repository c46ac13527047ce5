import { unlessBlank } from '../values/blank';
import { contactOrigins, contactStatuses } from './contact';
import { contactMembers } from './contactValues';
import type { ValuesOf } from './field';
import { choice } from './kinds/choice';
import { listOrId } from './kinds/listOrId';
import { rows } from './kinds/rows';
import { pickedText, text } from './kinds/text';
import { dateFilters } from './list';
import { metadataFilter } from './metadata';
import { portfolios } from './portfolio';
import { tags } from './tag';

const customFieldValues = rows({
	displayName: 'Custom Fields',
	name: 'customFieldFilters',
	placeholder: 'Add Custom Field',
	description: 'Only contacts whose custom fields hold all of these values',
	row: { displayName: 'Custom Field', name: 'pairs' },
	members: {
		key: pickedText('getContactCustomFieldKeys', {
			displayName: 'Field',
			name: 'customField',
			description: listOrId('Custom field of contacts, by its key'),
		}).filledIn(),
		value: text({ displayName: 'Value', name: 'value', placeholder: 'e.g. Anual' }).filledIn(),
	},
}).checked((wanted): Record<string, string> | undefined =>
	wanted.length > 0 ? Object.fromEntries(wanted.map(({ key, value }) => [key, value])) : undefined,
);

/** Members of the Filters collection of contacts. */
export const contactFilters = {
	name: contactMembers.name.with({ description: 'Only contacts with this name' }),
	phoneNumber: contactMembers.phoneNumber.with({
		description: 'Only the contact with this phone number',
	}),
	email: contactMembers.email.with({ description: 'Only contacts with this email address' }),
	instagram: contactMembers.instagram.with({
		description: 'Only contacts with this Instagram user name',
	}),
	text: text({
		displayName: 'Text',
		name: 'text',
		placeholder: 'e.g. Padaria Estrela',
		description: 'Only contacts with this in their texts, for example the name',
	}),
	tags,
	portfolios,
	status: choice({
		displayName: 'Status',
		name: 'status',
		options: contactStatuses,
		default: 'ACTIVE',
		description: 'Only contacts with this status; active ones when it is left out',
	}),
	origin: choice({
		displayName: 'Origin',
		name: 'origin',
		options: contactOrigins,
		default: 'CREATED_BY_USER',
		description: 'Only contacts that were created this way',
	}),
	customFields: customFieldValues,
	metadata: metadataFilter('Only contacts whose metadata holds all of these keys and values'),
	...dateFilters,
};

type Values = ValuesOf<typeof contactFilters>;

/** The filters that only the search knows, not the plain list; undefined when none is chosen. */
export function searchOf({
	text: textFilter,
	name,
	phoneNumber,
	email,
	instagram,
	origin,
	customFields,
	metadata,
	...chosen
}: Values) {
	return unlessBlank({
		textFilter,
		name,
		phoneNumber,
		email,
		instagram,
		...chosen.tags,
		...chosen.portfolios,
		origin,
		customFields,
		metadata,
	});
}
