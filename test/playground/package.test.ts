import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpackPackage } from '../../playground/communityPackage';
import { PlainError } from '../../playground/plainError';

const manifest = {
	name: 'n8n-nodes-example',
	version: '1.2.3',
	n8n: { nodes: ['dist/node.js'] },
	devDependencies: { jest: '*' },
	peerDependencies: { 'n8n-workflow': '*' },
};

const folder = mkdtempSync(join(tmpdir(), 'wts-chat-package-'));
afterAll(() => rmSync(folder, { recursive: true }));

const tarball = join(folder, 'package.tgz');
mkdirSync(join(folder, 'package', 'dist'), { recursive: true });
writeFileSync(join(folder, 'package', 'package.json'), JSON.stringify(manifest));
writeFileSync(join(folder, 'package', 'dist', 'node.js'), 'whole');
execFileSync('tar', ['-czf', tarball, '-C', folder, 'package']);

let n8nFolder: string;

beforeEach(() => {
	n8nFolder = mkdtempSync(join(folder, 'n8n-'));
});

const unpacked = (...path: string[]) =>
	join(n8nFolder, 'nodes', 'node_modules', manifest.name, ...path);

const unpack = async () => await unpackPackage(n8nFolder, tarball);

test('a package lies where n8n looks for it, without what n8n does not install', async () => {
	expect(await unpack()).toEqual({ name: 'n8n-nodes-example', version: '1.2.3' });
	expect(readFileSync(unpacked('dist', 'node.js'), 'utf8')).toBe('whole');
	expect(JSON.parse(readFileSync(unpacked('package.json'), 'utf8'))).toEqual({
		name: 'n8n-nodes-example',
		version: '1.2.3',
		n8n: { nodes: ['dist/node.js'] },
	});
	expect(JSON.parse(readFileSync(join(n8nFolder, 'nodes', 'package.json'), 'utf8'))).toMatchObject({
		dependencies: { 'n8n-nodes-example': '1.2.3' },
	});
});

test('a package that is there already is left alone', async () => {
	await unpack();
	writeFileSync(unpacked('dist', 'node.js'), 'as before');
	await unpack();
	expect(readFileSync(unpacked('dist', 'node.js'), 'utf8')).toBe('as before');
});

test('a package of which a killed run unpacked a half is unpacked again', async () => {
	mkdirSync(unpacked('dist'), { recursive: true });
	writeFileSync(unpacked('dist', 'node.js'), 'ha');
	writeFileSync(unpacked('dist', 'old.js'), 'of another build');
	await unpack();
	expect(readFileSync(unpacked('dist', 'node.js'), 'utf8')).toBe('whole');
	expect(existsSync(unpacked('dist', 'old.js'))).toBe(false);
});

test('a package that somebody uninstalled in n8n comes back', async () => {
	await unpack();
	rmSync(unpacked(), { recursive: true });
	await unpack();
	expect(existsSync(unpacked('dist', 'node.js'))).toBe(true);
});

test('a package that is damaged is told in a sentence', async () => {
	const damaged = join(folder, 'damaged.tgz');
	writeFileSync(damaged, readFileSync(tarball).subarray(0, 40));
	const failure = unpackPackage(n8nFolder, damaged);
	await expect(failure).rejects.toThrow(PlainError);
	await expect(failure).rejects.toThrow(
		/^The package could not be unpacked\.\nWhat tar said last:\n {2}/,
	);
});
