import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readJson, writeJson } from './files';
import type { NodeType } from './n8nApi';
import { programFailure } from './programFailure';

const runFile = promisify(execFile);

export interface InstalledPackage {
	name: string;
	version: string;
}

export interface PackageJson extends InstalledPackage {
	devDependencies?: unknown;
	peerDependencies?: unknown;
	optionalDependencies?: unknown;
}

/** Where n8n keeps the packages that somebody installs under Settings → Community nodes. */
const nodesFolder = (n8nFolder: string) => join(n8nFolder, 'nodes');

export const packageFolder = (n8nFolder: string, name: string) =>
	join(nodesFolder(n8nFolder), 'node_modules', name);

/**
 * Unpacks a package as n8n does when somebody installs it under Settings → Community nodes.
 * n8n itself takes packages from the npm registry only.
 */
export async function unpackPackage(n8nFolder: string, tarball: string): Promise<InstalledPackage> {
	const checksum = createHash('sha256')
		.update(await readFile(tarball))
		.digest('hex');
	const manifest = JSON.parse(await tar('-xzOf', tarball, 'package/package.json')) as PackageJson;
	const { name, version } = manifest;
	const target = packageFolder(n8nFolder, name);
	// inside the package, so that it is gone with it, and written last, when the package is whole
	const stampFile = join(target, '.unpacked.json');
	if ((await readJson<{ checksum: string }>(stampFile))?.checksum !== checksum) {
		await rm(target, { recursive: true, force: true });
		await mkdir(target, { recursive: true });
		await tar('-xzf', tarball, '-C', target, '--strip-components=1');
		await describePackage(n8nFolder, manifest);
		await writeJson(stampFile, { checksum });
	}
	return { name, version };
}

/** Writes what n8n wants to read of a package that lies in its folder. */
export async function describePackage(n8nFolder: string, manifest: PackageJson): Promise<void> {
	const { name, version } = manifest;
	await mkdir(packageFolder(n8nFolder, name), { recursive: true });
	const installed = { ...manifest };
	// nothing of these is installed with the package
	delete installed.devDependencies;
	delete installed.peerDependencies;
	delete installed.optionalDependencies;
	await writeJson(join(packageFolder(n8nFolder, name), 'package.json'), installed);
	await writeJson(join(nodesFolder(n8nFolder), 'package.json'), {
		name: 'installed-nodes',
		private: true,
		dependencies: { [name]: version },
	});
}

/** Makes n8n's Settings → Community nodes list a package that lies in its folder. */
export async function listPackage(
	n8nFolder: string,
	node: string,
	installed: InstalledPackage,
	nodeTypes: NodeType[],
): Promise<void> {
	try {
		await runFile(node, [
			'--disable-warning=ExperimentalWarning',
			join(__dirname, 'list-package.mjs'),
			join(n8nFolder, 'database.sqlite'),
			JSON.stringify({ ...installed, nodeTypes }),
		]);
	} catch (error) {
		const { message, stderr } = error as { message: string; stderr?: string };
		const what = "The package could not be entered in n8n's database.";
		throw programFailure(what, 'its database', stderr || message);
	}
}

async function tar(...args: string[]): Promise<string> {
	try {
		return (await runFile('tar', args)).stdout;
	} catch (error) {
		const { message, stderr } = error as { message: string; stderr?: string };
		throw programFailure('The package could not be unpacked.', 'tar', stderr || message);
	}
}
