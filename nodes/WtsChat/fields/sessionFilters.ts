import type { INodeProperties } from 'n8n-workflow';
import { channelIds } from './channel';
import { optionalContactId } from './contact';
import { departmentDropdown } from './department';
import type { ItemParameters } from './itemParameters';
import { dateFilters, dateQueryFrom } from './list';
import { metadataFieldsOf, metadataTextsFrom } from './metadata';
import { sessionStatuses, sessionTypes, type SessionStatus, type SessionType } from './session';
import { tagIds, tagNames } from './tag';
import { userDropdown } from './user';

const moments: Array<[displayName: string, name: string, description: string]> = [
	['Active After', 'activeAfter', 'Only sessions that were active at this time or later'],
	['Active Before', 'activeBefore', 'Only sessions that were active at this time or earlier'],
	['Ended After', 'endedAfter', 'Only sessions that ended at this time or later'],
	['Ended Before', 'endedBefore', 'Only sessions that ended at this time or earlier'],
	[
		'Last Interaction After',
		'lastInteractionAfter',
		'Only sessions whose last interaction was at this time or later',
	],
	[
		'Last Interaction Before',
		'lastInteractionBefore',
		'Only sessions whose last interaction was at this time or earlier',
	],
];

const filters: INodeProperties[] = [
	...dateFilters,
	...moments.map(([displayName, name, description]): INodeProperties => ({
		displayName,
		name,
		type: 'dateTime',
		default: '',
		description,
	})),
	channelIds,
	optionalContactId,
	departmentDropdown,
	...metadataFieldsOf(
		'Metadata',
		'metadata',
		'Only sessions whose metadata holds all of these keys and values',
	).slice(0, 1),
	{
		displayName: 'Status',
		name: 'statuses',
		type: 'multiOptions',
		options: sessionStatuses,
		default: [],
		description: 'Only sessions in one of these statuses',
	},
	tagIds,
	tagNames,
	{
		displayName: 'Type',
		name: 'sessionType',
		type: 'options',
		options: sessionTypes,
		default: 'INDIVIDUAL',
		description: 'Only sessions with one contact, or only those of a group',
	},
	userDropdown,
];

/** Members of the Filters collection of sessions, by their labels. */
export const sessionFilters = filters.sort((one, other) =>
	one.displayName.localeCompare(other.displayName),
);

/** The query of {@link sessionFilters}. */
export function sessionFiltersFrom(filters: ItemParameters) {
	return {
		...dateQueryFrom(filters),
		'ActiveAt.After': filters.moment('activeAfter'),
		'ActiveAt.Before': filters.moment('activeBefore'),
		'EndAt.After': filters.moment('endedAfter'),
		'EndAt.Before': filters.moment('endedBefore'),
		'LastInteractionAt.After': filters.moment('lastInteractionAfter'),
		'LastInteractionAt.Before': filters.moment('lastInteractionBefore'),
		ChannelsId: filters.ids('channelIds'),
		ContactId: filters.id('contactId'),
		DepartmentId: filters.id('departmentId'),
		Metadata: metadataTextsFrom(filters),
		Status: filters.choices<SessionStatus>('statuses'),
		TagsId: filters.ids('tagIds'),
		TagsName: filters.texts('tagNames'),
		Type: filters.choice<SessionType>('sessionType'),
		UserId: filters.id('userId'),
	};
}
