import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, normalize, posix } from 'node:path';
import { projectFolder } from '../support/package';

const folder = mkdtempSync(join(tmpdir(), 'wts-chat-tarball-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Packed {
	filename: string;
	unpackedSize: number;
	files: Array<{ path: string }>;
}

/** Packs the package as it is published, and unpacks it. */
function pack(): Packed {
	const output = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
		cwd: projectFolder,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	const [packed] = JSON.parse(output) as [Packed];
	execFileSync('tar', ['-xzf', packed.filename], { cwd: folder });
	return packed;
}

const { files: listed, unpackedSize } = pack();
const files = listed.map(({ path }) => path);
const textOf = (path: string) => readFileSync(join(folder, 'package', path), 'utf8');
const manifest = JSON.parse(textOf('package.json'));

test('only built code, schemas, icons and what npm always adds is shipped', () => {
	const unexpected = files.filter(
		(path) =>
			!/^dist\/(credentials|nodes)\/.*\.js$/.test(path) &&
			!/^dist\/nodes\/.*\.node\.json$/.test(path) &&
			!/^dist\/nodes\/WtsChat\/__schema__\/v1\.0\.0(\/\w+\/\w+)?\.json$/.test(path) &&
			!/^dist\/icons\/.*\.svg$/.test(path) &&
			!['index.js', 'package.json', 'README.md', 'LICENSE'].includes(path),
	);
	expect(unexpected).toEqual([]);
	expect(files).toEqual(expect.arrayContaining(['README.md', 'LICENSE']));
	expect(files.filter((path) => /\b(test|spec|mock)s?\b/.test(path))).toEqual([]);
});

test('the code of all nodes is one file, which n8n reads at once, and nothing is left over', () => {
	const built = files.filter((path) => /^dist\/.*\.js$/.test(path));
	expect(built.sort()).toEqual([
		'dist/credentials/WtsChatApi.credentials.js',
		'dist/nodes/WtsChat/WtsChat.node.js',
		'dist/nodes/WtsChat/WtsChatMemory.node.js',
		'dist/nodes/WtsChat/WtsChatTrigger.node.js',
		'dist/nodes/WtsChat/nodes.js',
	]);
});

test('people can read the code: it is neither minified nor hidden', () => {
	const lines = textOf('dist/nodes/WtsChat/nodes.js').split('\n');
	expect(lines.filter((line) => line.startsWith('// nodes/WtsChat/')).length).toBeGreaterThan(200);
	expect(lines.filter((line) => line.length > 1_000)).toEqual([]);
});

test('the package stays small: under 1 MB on the disk', () => {
	expect(unpackedSize).toBeLessThan(1_000_000);
});

test.each<[string, RegExp, string]>([
	['a source map', /sourceMappingURL/, '//# sourceMappingURL=WtsChat.node.js.map'],
	[
		'a path of a machine',
		/\/(home|Users|root|tmp|private)\/\w|\b[A-Z]:\\/,
		'/home/ana/project/dist',
	],
	['a look into the environment', /\bprocess\.env\b/, 'process.env.HOME'],
	['a key of WTS Chat', /\bpn_(?!0+\b)\w{6,}/, 'pn_9RkQ2mVx'],
	[
		'a token of another service',
		/\b(ghp|npm|sk|xox[bp])[_-]\w{10,}|\beyJ\w{10,}/,
		'npm_a1b2c3d4e5f6',
	],
	['a secret in a header', /Bearer [\w.-]{8,}/, 'Authorization: Bearer a1b2c3d4'],
	['a private key', /-----BEGIN/, '-----BEGIN PRIVATE KEY-----'],
])('no shipped file holds %s', (_what, pattern, example) => {
	expect(example).toMatch(pattern);
	expect(files.filter((path) => pattern.test(textOf(path)))).toEqual([]);
});

test('no shipped file knows the folder in which it was built', () => {
	expect(files.filter((path) => textOf(path).includes(projectFolder))).toEqual([]);
});

test('everything that package.json tells n8n to load is shipped', () => {
	expect(files).toEqual(
		expect.arrayContaining([manifest.main, ...manifest.n8n.nodes, ...manifest.n8n.credentials]),
	);
});

/** What the shipped code requires, each with the file that does. */
const needed = files
	.filter((path) => path.endsWith('.js'))
	.flatMap((path) =>
		[...textOf(path).matchAll(/require\(["']([^"']+)["']\)/g)].map(([, name = '']) => ({
			path,
			name,
		})),
	);

test('the shipped code needs only itself and what n8n brings', () => {
	const allowed = ['n8n-workflow', 'luxon', 'node:crypto', '@n8n/ai-node-sdk'];
	const others = needed.map(({ name }) => name).filter((name) => !name.startsWith('.'));
	expect(others.filter((name) => !allowed.includes(name))).toEqual([]);
	expect(others).toContain('n8n-workflow');
});

test('every file that the shipped code needs is shipped', () => {
	const missing = needed
		.filter(({ name }) => name.startsWith('.'))
		.map(({ path, name }) => posix.join(posix.dirname(path), name))
		.filter((path) => ![path, `${path}.js`, `${path}/index.js`].some((one) => files.includes(one)));
	expect(missing).toEqual([]);
});

test('installing the package installs nothing else and runs nothing', () => {
	expect(manifest.dependencies).toBeUndefined();
	expect(manifest.peerDependencies).toEqual({ '@n8n/ai-node-sdk': '*', 'n8n-workflow': '*' });
	// n8n brings it, and whoever installs by hand gets no second copy
	expect(manifest.peerDependenciesMeta).toEqual({ '@n8n/ai-node-sdk': { optional: true } });
	expect(manifest.overrides).toBeUndefined();
	const atInstall = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'];
	expect(Object.keys(manifest.scripts).filter((name) => atInstall.includes(name))).toEqual([]);
});

describe('what npm shows', () => {
	const home = /^git\+(https:\/\/github\.com\/[\w-]+\/[\w-]+)\.git$/.exec(
		manifest.repository.url,
	)?.[1];

	test('leads to the repository on GitHub', () => {
		expect(home).toBeDefined();
		expect(manifest.homepage).toBe(`${home}#readme`);
		expect(manifest.bugs.url).toBe(`${home}/issues`);
	});

	// npm resolves relative links and pictures in the repository
	test('of the README leads to what is there', () => {
		const links = [...textOf('README.md').matchAll(/\]\(([^)\s#]+)/g)].map(([, link = '']) => link);
		const broken = links.filter((link) => {
			if (/^https:\/\//.test(link)) return false;
			const isOutside = link.startsWith('/') || normalize(link).startsWith('..');
			return isOutside || !existsSync(join(projectFolder, link));
		});
		expect(links.length).toBeGreaterThan(0);
		expect(broken).toEqual([]);
	});

	test('and the links of the nodes lead to what is there', () => {
		const pages = files.flatMap((path) =>
			[...textOf(path).matchAll(/\/blob\/main\/([\w./-]+)/g)].map(([, target = '']) => target),
		);
		expect(pages.length).toBeGreaterThan(0);
		expect(pages.filter((target) => !existsSync(join(projectFolder, target)))).toEqual([]);
	});
});
