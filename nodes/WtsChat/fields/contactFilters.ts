import type { INodeProperties } from 'n8n-workflow';
import { contactOrigins, contactStatuses, type ContactOrigin, type ContactStatus } from './contact';
import { contactMembers } from './contactValues';
import { unlessBlank, type ItemParameters } from './itemParameters';
import { dateFilters } from './list';
import { metadataFieldsOf, metadataTextsFrom } from './metadata';
import { portfolioIds, portfolioNames, portfoliosFrom } from './portfolio';
import { tagIds, tagNames, tagsFrom } from './tag';

const filters: INodeProperties[] = [
	...dateFilters,
	{
		displayName: 'Custom Fields',
		name: 'customFieldFilters',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Custom Field',
		default: {},
		description: 'Only contacts whose custom fields hold all of these values',
		options: [
			{
				displayName: 'Custom Field',
				name: 'pairs',
				values: [
					{
						displayName: 'Field Name or ID',
						name: 'customField',
						type: 'options',
						typeOptions: { loadOptionsMethod: 'getContactCustomFieldKeys' },
						default: '',
						description:
							'Custom field of contacts; its ID is the key. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. Anual',
					},
				],
			},
		],
	},
	{ ...contactMembers.email, description: 'Only contacts with this email address' },
	{ ...contactMembers.instagram, description: 'Only contacts with this user name on Instagram' },
	...metadataFieldsOf(
		'Metadata',
		'metadata',
		'Only contacts whose metadata holds all of these keys and values',
	).slice(0, 1),
	{ ...contactMembers.name, description: 'Only contacts of this name' },
	{
		displayName: 'Origin',
		name: 'origin',
		type: 'options',
		options: contactOrigins,
		default: 'CREATED_BY_USER',
		description: 'Only contacts that came to exist like this',
	},
	{ ...contactMembers.phoneNumber, description: 'Only the contact with this phone number' },
	portfolioIds,
	portfolioNames,
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: contactStatuses,
		default: 'ACTIVE',
		description: 'Only contacts in this status; active ones when it is left out',
	},
	tagIds,
	tagNames,
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		default: '',
		placeholder: 'e.g. Padaria Estrela',
		description: 'Only contacts whose texts, for example the name, contain this',
	},
];

/** Members of the Filters collection of contacts, by their labels. */
export const contactFilters = filters.sort((one, other) =>
	one.displayName.localeCompare(other.displayName),
);

export function contactStatusFrom(filters: ItemParameters): ContactStatus | undefined {
	return filters.choice<ContactStatus>('status');
}

/** The filters that only the search knows, not the plain list; undefined when none is chosen. */
export function searchFrom(filters: ItemParameters) {
	return unlessBlank({
		textFilter: filters.text('text'),
		name: filters.text('name'),
		phoneNumber: filters.phone('phoneNumber'),
		email: filters.plainText('email'),
		instagram: filters.plainText('instagram'),
		...tagsFrom(filters),
		...portfoliosFrom(filters),
		origin: filters.choice<ContactOrigin>('origin'),
		customFields: customFieldsFrom(filters),
		metadata: metadataTextsFrom(filters),
	});
}

function customFieldsFrom(filters: ItemParameters): Record<string, string> | undefined {
	const wanted = filters
		.rows('customFieldFilters')
		.map((row) => [row.requiredText('customField'), row.requiredText('value')]);
	return wanted.length > 0 ? (Object.fromEntries(wanted) as Record<string, string>) : undefined;
}
