import { idsOrNames, type IdsOrNames } from './kinds/id';
import { listOrIds } from './kinds/listOrId';
import { atLeastOne, number } from './kinds/plain';
import { together } from './kinds/together';

/** How one message goes to many contacts. */
export interface Campaign {
	/** Contacts with one of these tags get nothing. */
	skipTags?: IdsOrNames;
	perMinute?: number;
}

export const skipTags = idsOrNames('tags', {
	displayName: 'Skip Contacts with Tags',
	name: 'skipTagIds',
	description: listOrIds(
		'Contacts with one of these tags get nothing, for example those who have opted out; names will do as well',
	),
});

export const perMinute = number({
	displayName: 'Messages per Minute',
	name: 'messagesPerMinute',
	typeOptions: { minValue: 1 },
	default: 20,
	description:
		'How many messages to send in a minute, at even intervals; without it, as many as the limits of the account allow',
}).checked(atLeastOne);

export const campaign = together({ skipTags, perMinute }, (values): Campaign => values);
