import { BinaryDataConfig, BinaryDataService } from 'n8n-core';
import type { IBinaryData } from 'n8n-workflow';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Container } from './stage';

/** A place where n8n keeps files, for the tests of one file: made before them, removed after them. */
export function useFileStorage(): (
	content: Buffer,
	fileName: string,
	mimeType: string,
) => Promise<IBinaryData> {
	const folder = mkdtempSync(join(tmpdir(), 'wts-chat-files-'));
	const service = Container.get(BinaryDataService);

	beforeAll(async () => {
		Container.get(BinaryDataConfig).localStoragePath = folder;
		await service.init();
	});
	afterAll(() => {
		// the next test file finds n8n as this one did: without a storage
		Reflect.set(service, 'managers', {});
		rmSync(folder, { recursive: true });
	});

	return async (content, fileName, mimeType) =>
		await service.store({ type: 'execution', workflowId: 'workflow', executionId: '1' }, content, {
			data: '',
			fileName,
			mimeType,
		});
}
