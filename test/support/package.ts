import { PackageDirectoryLoader } from 'n8n-core';
import { join } from 'node:path';

export const projectFolder = join(__dirname, '..', '..');

/** Loads the built package the way n8n does: from the "n8n" block of its package.json. */
export async function loadPackage(): Promise<PackageDirectoryLoader> {
	const loader = new PackageDirectoryLoader(projectFolder);
	await loader.loadAll();
	return loader;
}
