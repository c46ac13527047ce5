import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Account, FileRecord, TempFileRecord } from './account';

/** What an upload leaves in the ledger instead of its bytes. */
export interface UploadedBytes {
	size: number;
	sha256: string;
}

const MOST_BYTES = 1024 ** 3;

/** The address that the bytes of a file are put at; whoever knows it may do so, without the key. */
export function uploadAddress({ url }: Account, { tempFileId }: TempFileRecord): string {
	return `${url}/storage/${tempFileId}?signature=sandbox`;
}

/** The address that a file is fetched from; whoever knows it may do so, without the key. */
export function fileAddress({ url }: Account, { id, name }: FileRecord): string {
	return `${url}/storage/files/${id}/${encodeURIComponent(name ?? 'file')}?signature=sandbox`;
}

async function measured(bytes: AsyncIterable<Buffer>): Promise<UploadedBytes> {
	const hash = createHash('sha256');
	let size = 0;
	for await (const chunk of bytes) {
		hash.update(chunk);
		size += chunk.length;
	}
	return { size, sha256: hash.digest('hex') };
}

/** The storage speaks XML. */
function refuse(reply: FastifyReply, status: number, code: string): FastifyReply {
	const text = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`;
	return reply.code(status).type('application/xml').send(text);
}

/** Gives the bytes of files that contacts have sent to whoever has the signed address, without the key. */
export function serveFiles(server: FastifyInstance, { files, fileContents }: Account): void {
	server.get<{ Params: { id: string } }>(
		'/storage/files/:id/:name',
		{ config: { keyless: true } },
		async ({ params, headers }, reply) => {
			const content = fileContents.get(params.id);
			if (headers.authorization) return refuse(reply, 400, 'InvalidArgument');
			if (!content) return refuse(reply, 403, 'AccessDenied');
			const file = files.find(({ id }) => id === params.id);
			return reply.type(file?.mimeType ?? 'application/octet-stream').send(content);
		},
	);
}

/** Takes the bytes of files, as the signed addresses of a storage host do. */
export function takeUploads(server: FastifyInstance, account: Account): void {
	const uploads = async (storage: FastifyInstance) => {
		storage.removeAllContentTypeParsers();
		storage.addContentTypeParser(
			'*',
			{ bodyLimit: MOST_BYTES },
			async (_: FastifyRequest, bytes: AsyncIterable<Buffer>) => measured(bytes),
		);
		storage.put<{ Params: { tempFileId: string }; Body?: UploadedBytes }>(
			'/storage/:tempFileId',
			{ config: { keyless: true }, bodyLimit: MOST_BYTES },
			async ({ params, headers, body }, reply) => {
				if (headers.authorization) return refuse(reply, 400, 'InvalidArgument');
				if (!headers['content-length']) return refuse(reply, 411, 'MissingContentLength');
				const file = account.tempFiles.find(({ tempFileId }) => tempFileId === params.tempFileId);
				if (!file) return refuse(reply, 403, 'AccessDenied');
				const signedType = file.mimeType ?? headers['content-type'];
				if (headers['content-type'] !== signedType) {
					return refuse(reply, 403, 'SignatureDoesNotMatch');
				}
				file.size = body?.size ?? 0;
				return reply.code(200).send();
			},
		);
	};
	// without a name of its own, Fastify looks for one among all loaded modules
	server.register(Object.assign(uploads, { [Symbol.for('fastify.display-name')]: 'uploads' }));
}
