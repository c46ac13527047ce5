import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageFolder } from '../../playground/communityPackage';
import { PlainError } from '../../playground/plainError';
import { buildersInto, devOptions, Workshop, type Builder } from '../../playground/workshop';
import { projectFolder } from '../support/package';

const folder = mkdtempSync(join(tmpdir(), 'wts-chat-workshop-'));
afterAll(() => rmSync(folder, { recursive: true }));

const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));

test('n8n loads the package anew after each change, on data of its own', () => {
	const { userFolder, variables } = devOptions(false);
	expect(variables).toMatchObject({ N8N_DEV_RELOAD: 'true' });
	expect(userFolder).toBe(join(projectFolder, 'playground', '.data', 'dev'));
});

test('n8n can be debugged from this machine, if that is asked for', () => {
	expect(devOptions(true).nodeOptions).toEqual(['--inspect=127.0.0.1:9229']);
	expect(devOptions(false).nodeOptions).toEqual([]);
});

test('the compiler writes source maps beside the code, which the published build has not', () => {
	const compiler = buildersInto(folder).find(({ name }) => name === 'tsc');
	expect(compiler?.args).toEqual(
		expect.arrayContaining(['--watch', '--sourceMap', '--outDir', folder]),
	);
	const published = readFileSync(join(projectFolder, 'tsconfig.json'), 'utf8');
	expect(published).toContain('"sourceMap": false');
});

test('icons and codex files are built where the code is', () => {
	const assets = buildersInto(folder).find(({ name }) => name === 'gulp');
	const [gulp = ''] = assets?.args ?? [];
	execFileSync(process.execPath, [gulp, 'assets'], {
		cwd: projectFolder,
		env: { ...process.env, ...assets?.variables },
		stdio: 'pipe',
	});
	for (const node of manifest.n8n.nodes as string[]) {
		expect(existsSync(join(folder, `${node.replace(/^dist\//, '')}on`))).toBe(true);
	}
	expect(existsSync(join(folder, 'icons', 'wtsChat.svg'))).toBe(true);
});

describe('a workshop', () => {
	/** A builder that says that it has built, and then does what the script says. */
	const builder = (name: string, script: string): Builder => ({
		name,
		args: ['-e', `console.log("built"); ${script}`],
		built: /^built$/,
		talks: false,
	});

	const watching = 'setInterval(() => {}, 1_000);';

	test('is open when everything is built, in the folder in which n8n looks for the package', async () => {
		const workshop = new Workshop(folder, (into) => {
			expect(into).toBe(join(packageFolder(folder, manifest.name), 'dist'));
			return [builder('one', watching), builder('two', watching)];
		});
		const { name, version } = manifest;
		expect(await workshop.open()).toEqual({ name, version });
		const installed = readFileSync(join(packageFolder(folder, name), 'package.json'), 'utf8');
		expect(JSON.parse(installed).n8n).toEqual(manifest.n8n);
		workshop.close();
	});

	test('tells of a builder that ends', async () => {
		const workshop = new Workshop(folder, () => [builder('tsc', 'process.exitCode = 2;')]);
		await Promise.allSettled([workshop.open()]);
		await expect(workshop.broken).rejects.toThrow(new PlainError('tsc has ended (code 2).'));
		workshop.close();
	});
});
