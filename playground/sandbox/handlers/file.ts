import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import type { FileRecord } from '../account';
import { notFound, platformError } from '../errors';
import { operation } from '../operation';
import { uploadAddress } from '../storage';

export const fileOperations = [
	operation('getFileUploadUrl', ({ query }, account) => {
		const file = {
			tempFileId: randomUUID(),
			type: query.Type,
			name: query.Name,
			mimeType: query.MimeType ?? null,
			size: null,
		};
		account.tempFiles.push(file);
		return { tempFileId: file.tempFileId, urlUpload: uploadAddress(account, file) };
	}),

	operation('saveFile', ({ body }, account) => {
		const temp = account.tempFiles.find(({ tempFileId }) => tempFileId === body.tempFileId);
		if (!temp) throw notFound('Arquivo');
		if (temp.size === null) {
			throw platformError(500, 'FORM_ERROR', 'O arquivo ainda não foi enviado.');
		}
		const id = randomUUID();
		const extension = extname(temp.name);
		const file: FileRecord = {
			id,
			companyId: account.companyId,
			userId: account.agents[0]?.userId ?? null,
			name: temp.name,
			extension,
			mimeType: temp.mimeType,
			type: temp.type,
			key: `files/${id}${extension}`,
			size: temp.size,
		};
		account.files.push(file);
		account.tempFiles = account.tempFiles.filter((candidate) => candidate !== temp);
		return file;
	}),
];
