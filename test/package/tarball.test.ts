import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../support/package';

/** What `npm pack` would ship, by path. */
function packed(): string[] {
	const output = execFileSync('npm', ['pack', '--dry-run', '--json'], {
		cwd: projectFolder,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	const [{ files }] = JSON.parse(output) as [{ files: Array<{ path: string }> }];
	return files.map(({ path }) => path);
}

const files = packed();
const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));

test('only built code, icons and what npm always adds is shipped', () => {
	const unexpected = files.filter(
		(path) =>
			!/^dist\/(credentials|nodes)\/.*\.js$/.test(path) &&
			!/^dist\/nodes\/.*\.node\.json$/.test(path) &&
			!/^dist\/icons\/.*\.svg$/.test(path) &&
			!['index.js', 'package.json', 'README.md', 'README.pt-BR.md', 'LICENSE'].includes(path),
	);
	expect(unexpected).toEqual([]);
	expect(files).toEqual(expect.arrayContaining(['README.md', 'LICENSE']));
});

test('everything that package.json tells n8n to load is shipped', () => {
	expect(files).toEqual(
		expect.arrayContaining([...manifest.n8n.nodes, ...manifest.n8n.credentials]),
	);
});

test('the shipped code needs only itself and what n8n brings', () => {
	const allowed = ['n8n-workflow', 'luxon', 'node:crypto'];
	const needed = files
		.filter((path) => /^dist\/.*\.js$/.test(path))
		.flatMap((path) => {
			const code = readFileSync(join(projectFolder, path), 'utf8');
			return [...code.matchAll(/require\(["']([^"']+)["']\)/g)].map(([, name]) => String(name));
		});
	expect(needed.filter((name) => !name.startsWith('.') && !allowed.includes(name))).toEqual([]);
	expect(needed).toContain('n8n-workflow');
});

test('installing the package installs nothing else and runs nothing', () => {
	expect(manifest.dependencies).toBeUndefined();
	expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	expect(manifest.overrides).toBeUndefined();
	const atInstall = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'];
	expect(Object.keys(manifest.scripts).filter((name) => atInstall.includes(name))).toEqual([]);
});
