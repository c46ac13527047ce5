import { channelIds } from './channel';
import { contactOrPhone } from './contact';
import { departmentId } from './department';
import type { ValuesOf } from './field';
import { choice, choices } from './kinds/choice';
import { moment } from './kinds/plain';
import { dateFilters, dateQueryOf } from './list';
import { metadataFilter } from './metadata';
import { sessionStatuses, sessionTypes } from './session';
import { tags } from './tag';
import { userId } from './user';

/** Members of the Filters collection of sessions. */
export const sessionFilters = {
	statuses: choices({
		displayName: 'Status',
		name: 'statuses',
		options: sessionStatuses,
		description: 'Only sessions with one of these statuses',
	}),
	contact: contactOrPhone.with({
		description: 'Only sessions with this contact: from the list, by its ID or by its phone number',
	}),
	departmentId,
	userId,
	channelIds,
	tags,
	type: choice({
		displayName: 'Type',
		name: 'sessionType',
		options: sessionTypes,
		default: 'INDIVIDUAL',
		description: 'Only sessions with one contact, or only group sessions',
	}),
	metadata: metadataFilter('Only sessions whose metadata holds all of these keys and values'),
	...dateFilters,
	lastInteractionAfter: moment({
		displayName: 'Last Interaction After',
		name: 'lastInteractionAfter',
		description: 'Only sessions whose last interaction was at this time or later',
	}),
	lastInteractionBefore: moment({
		displayName: 'Last Interaction Before',
		name: 'lastInteractionBefore',
		description: 'Only sessions whose last interaction was at this time or earlier',
	}),
	activeAfter: moment({
		displayName: 'Active After',
		name: 'activeAfter',
		description: 'Only sessions that were active at this time or later',
	}),
	activeBefore: moment({
		displayName: 'Active Before',
		name: 'activeBefore',
		description: 'Only sessions that were active at this time or earlier',
	}),
	endedAfter: moment({
		displayName: 'Ended After',
		name: 'endedAfter',
		description: 'Only sessions that ended at this time or later',
	}),
	endedBefore: moment({
		displayName: 'Ended Before',
		name: 'endedBefore',
		description: 'Only sessions that ended at this time or earlier',
	}),
};

/** The query of {@link sessionFilters}. */
export function sessionQueryOf(filters: ValuesOf<typeof sessionFilters>) {
	return {
		...dateQueryOf(filters),
		'ActiveAt.After': filters.activeAfter,
		'ActiveAt.Before': filters.activeBefore,
		'EndAt.After': filters.endedAfter,
		'EndAt.Before': filters.endedBefore,
		'LastInteractionAt.After': filters.lastInteractionAfter,
		'LastInteractionAt.Before': filters.lastInteractionBefore,
		ChannelsId: filters.channelIds,
		DepartmentId: filters.departmentId,
		Metadata: filters.metadata,
		Status: filters.statuses,
		TagsId: filters.tags?.tagIds,
		TagsName: filters.tags?.tagNames,
		Type: filters.type,
		UserId: filters.userId,
	};
}
