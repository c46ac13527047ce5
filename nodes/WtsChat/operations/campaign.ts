import type { IDataObject } from 'n8n-workflow';
import { readSession } from '../conversation/read';
import { skipTags, type Campaign } from '../fields/campaign';
import { InputError } from '../fields/inputError';
import type { Api } from '../transport/api';
import { get, post } from '../transport/contract';
import { readList } from '../transport/pages';
import { PlainError } from '../transport/plainError';
import { inShort, plain } from '../values/characters';
import { comparable, phoneOfApi } from '../values/phones';
import * as sentences from './sentences';
import type { Target } from './target';

/** By what a contact is known, and the tag that it has. */
type Tagged = Map<string, string>;

/** How long it counts who has a tag: in a campaign of hours, people opt out meanwhile. */
const KEPT_MS = 5 * 60_000;

/** What each run knows of contacts with tags, by its notes, which are its own. */
const listsOf = new WeakMap<Set<string>, Map<string, { at: number; tagged: Promise<Tagged> }>>();

/** When the next message of each run may go, in milliseconds, by its notes. */
const nextOf = new WeakMap<Set<string>, number>();

/** Waits for the turn of a message; gives the reason where it is left out, for which nothing is waited. */
export async function reasonAtItsTurn(
	api: Api,
	campaign: Campaign,
	target: Target,
): Promise<string | undefined> {
	const reason = await reasonToLeaveOut(api, campaign, target);
	if (reason !== undefined || campaign.perMinute === undefined) return reason;
	await untilItsTurn(api, campaign.perMinute);
	// the contact may have opted out meanwhile
	return await reasonToLeaveOut(api, campaign, target);
}

/** Why the target is left out of the campaign; undefined where it is not. */
async function reasonToLeaveOut(
	api: Api,
	{ skipTags: tags }: Campaign,
	target: Target,
): Promise<string | undefined> {
	if (!tags) return undefined;
	const tagged = await taggedWith(api, tags);
	const tag = tagged.get(await keyOf(api, target));
	return tag === undefined ? undefined : `The contact has the tag "${tag}"`;
}

/** Waits until the next message of the run may go. */
async function untilItsTurn(api: Api, perMinute: number): Promise<void> {
	const now = Date.now();
	const at = Math.max(now, nextOf.get(api.notes) ?? now);
	nextOf.set(api.notes, at + 60_000 / perMinute);
	if (!(await api.wait(at - now))) throw new PlainError(sentences.stopped);
}

async function taggedWith(api: Api, tags: NonNullable<Campaign['skipTags']>): Promise<Tagged> {
	const lists = listsOf.get(api.notes) ?? new Map();
	listsOf.set(api.notes, lists);
	const name = JSON.stringify(tags);
	const known = lists.get(name);
	if (known && Date.now() - known.at < KEPT_MS) return await known.tagged;
	const tagged = readTagged(api, tags);
	lists.set(name, { at: Date.now(), tagged });
	// whoever comes next tries again
	tagged.catch(() => lists.delete(name));
	return await tagged;
}

/**
 * The contacts that have one of the tags, those in the archive as well.
 *
 * Source: GET /core/v1/tag, POST /core/v1/contact/filter
 */
async function readTagged(
	api: Api,
	{ ids = [], names = [] }: NonNullable<Campaign['skipTags']>,
): Promise<Tagged> {
	const all = await readList(api, get('/core/v1/tag', {}), { paging: 'none' });
	const chosen = [
		...ids.flatMap((id) => found(id, all, (tag) => tag.id === id)),
		...names.flatMap((name) => found(name, all, (tag) => worded(tag.name) === worded(name))),
	];
	const tagged: Tagged = new Map();
	for (const { id, name } of chosen) {
		for (const status of ['ACTIVE', 'ARCHIVED'] as const) {
			const body = { tagIds: [String(id)], status };
			const request = { ...post('/core/v1/contact/filter', { body }), readOnly: true as const };
			for (const contact of await readList(api, request)) {
				for (const key of keysOf(contact)) tagged.set(key, String(name));
			}
		}
	}
	return tagged;
}

/** The tags of this ID or name; one that is misspelled would leave nobody out. */
function found(
	wanted: string,
	tags: IDataObject[],
	is: (tag: IDataObject) => boolean,
): IDataObject[] {
	const all = tags.filter(is);
	if (all.length > 0) return all;
	throw new InputError(
		sentences.unknownTag(skipTags.label),
		`Nothing was sent. It names ${inShort(wanted)}.`,
	);
}

const worded = (name: unknown) => plain(String(name)).toLowerCase();

function keysOf({ id, phoneNumber, instagram }: IDataObject): string[] {
	const phone = phoneOfApi(String(phoneNumber));
	const user = String(instagram).replace(/^@?/, '+@');
	return [String(id), ...(phone ? [comparable(phone)] : []), comparable(user)];
}

/** What the contact of the target is known by. */
async function keyOf(api: Api, target: Target): Promise<string> {
	if (target.sessionId === undefined) return comparable(`+${target.to}`);
	const { contactId } = await readSession(api, target.sessionId);
	return String(contactId);
}
