import { randomUUID } from 'node:crypto';
import type { components } from '../../../contract/types/core';
import type { Account, TagRecord } from '../account';
import { notFound } from '../errors';

type Operation = components['schemas']['TagOperation'];

export interface NamedTags {
	tagIds?: string[] | null;
	tagNames?: string[] | null;
}

export function tagById({ tags }: Account, id: string): TagRecord {
	const tag = tags.find((candidate) => candidate.id === id);
	if (!tag) throw notFound('Registro');
	return tag;
}

/** Adds a tag to the account's catalogue. */
export function addTag(
	{ tags }: Account,
	name: string,
	color: TagRecord['color'] = null,
): TagRecord {
	const now = new Date().toISOString();
	const tag = {
		id: randomUUID(),
		createdAt: now,
		updatedAt: now,
		name,
		color: color ?? 'GRAY_600',
	};
	tags.push(tag);
	return tag;
}

/** The tags that a request names, by id or else by name; names that nobody has become tags. */
function idsOf(account: Account, { tagIds, tagNames }: NamedTags): string[] {
	if (tagIds) return tagIds.map((id) => tagById(account, id).id);
	return (tagNames ?? []).map(
		(name) => (account.tags.find((tag) => tag.name === name) ?? addTag(account, name)).id,
	);
}

/** The contact's tags after the request. */
export function combinedTags(
	account: Account,
	kept: string[],
	named: NamedTags,
	operation: Operation = 'InsertIfNotExists',
): string[] {
	const given = idsOf(account, named);
	switch (operation) {
		case 'InsertIfNotExists':
			return [...new Set([...kept, ...given])];
		case 'DeleteIfExists':
			return kept.filter((id) => !given.includes(id));
		case 'ReplaceAll':
			return [...new Set(given)];
	}
}
