import { randomUUID } from 'node:crypto';
import type { Account } from '../account';
import type { RequestOf } from '../operation';
import type { CardNoteRecord, CardRecord } from './records';

type FileRecord = NonNullable<CardNoteRecord['files']>[number];

const KINDS: Record<string, { type: NonNullable<FileRecord['type']>; mimeType: string }> = {
	'.pdf': { type: 'PDF', mimeType: 'application/pdf' },
	'.png': { type: 'IMAGE', mimeType: 'image/png' },
};
const OTHER_KIND = { type: 'UNDEFINED', mimeType: 'application/octet-stream' } as const;

/** A file fetched from a public address; images get a thumbnail. */
function fileFrom(url: string, companyId: string): FileRecord {
	const name = url.split('/').at(-1) ?? url;
	const extension = /\.\w+$/.exec(name)?.[0] ?? '';
	const { type, mimeType } = KINDS[extension] ?? OTHER_KIND;
	const publicUrl = `https://cdn.example.com/${name}`;
	return {
		id: randomUUID(),
		companyId,
		userId: null,
		name,
		extension,
		mimeType,
		type,
		publicUrl,
		publicUrlDownload: `${publicUrl}?download=1`,
		size: 48_213,
		isThumbnail: false,
		thumbnail: type === 'IMAGE' ? { id: randomUUID(), publicUrl: `${publicUrl}?thumb=1` } : null,
	};
}

/** A note added through the API, in the name of the account's first user. */
export function createdNote(
	card: CardRecord,
	{ text, fileUrls }: RequestOf<'createCardNote'>['body'],
	{ companyId, agents }: Account,
): CardNoteRecord {
	const now = new Date().toISOString();
	return {
		id: randomUUID(),
		createdAt: now,
		updatedAt: now,
		companyId,
		panelId: card.panelId,
		cardId: card.id,
		userId: agents[0]!.userId,
		text: text ?? null,
		files: (fileUrls ?? []).map((url) => fileFrom(url, companyId)),
		isFromPublicApi: true,
	};
}
