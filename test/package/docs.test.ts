import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { messagesOfTheCode, PLACES, shippedFiles } from '../support/messages';
import { projectFolder } from '../support/package';

const read = (path: string) => readFileSync(join(projectFolder, path), 'utf8');

const pages = [
	...readdirSync(projectFolder).filter((name) => name.endsWith('.md')),
	...readdirSync(join(projectFolder, 'docs'))
		.filter((name) => name.endsWith('.md'))
		.map((name) => `docs/${name}`),
];

/** The address that GitHub gives to a heading. */
function anchorOf(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.trim()
		.replace(/\s/g, '-');
}

function anchorsOf(page: string): string[] {
	return [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
}

/** Where the links and pictures of a page lead, those to other sites left out. */
function linksOf(page: string): string[] {
	return [...read(page).matchAll(/\]\(([^)\s]+)\)/g)]
		.map(([, link = '']) => link)
		.filter((link) => !/^https?:/.test(link));
}

test.each(pages)('every link of %s leads somewhere', (page) => {
	const broken = linksOf(page).filter((link) => {
		const [path = '', anchor] = link.split('#');
		const target = path === '' ? page : join(dirname(page), path);
		if (!existsSync(join(projectFolder, target))) return true;
		return anchor !== undefined && !anchorsOf(target).includes(decodeURIComponent(anchor));
	});
	expect(broken).toEqual([]);
});

test.each(pages)('every command in %s exists', (page) => {
	const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
	const commands = [...read(page).matchAll(/\bnpm (?:run ([\w:-]+)|(test|start)\b)/g)].map(
		([, script, short]) => script ?? short,
	);
	expect(commands.filter((name) => !Object.keys(scripts).includes(String(name)))).toEqual([]);
});

const picturesOf = (page: string) =>
	linksOf(page).flatMap((link) => /docs\/images\/([\w-]+)\.png$/.exec(link)?.[1] ?? []);

test('every picture is taken by the end-to-end tests, and every one that is kept is shown', () => {
	const tests = readdirSync(join(projectFolder, 'test/e2e')).filter((name) => name.endsWith('.ts'));
	const taken = tests.flatMap((name) =>
		[...read(`test/e2e/${name}`).matchAll(/picture\('([\w-]+)'\)/g)].map(([, picture]) => picture),
	);
	const shown = new Set(pages.flatMap(picturesOf));
	expect([...shown].filter((picture) => !taken.includes(picture))).toEqual([]);
	const kept = readdirSync(join(projectFolder, 'docs/images'));
	expect(kept.map((name) => name.replace('.png', '')).sort()).toEqual([...shown].sort());
});

/** The first cells of all tables of a page that are code. */
function messagesListed(page: string): string[] {
	return [...read(page).matchAll(/^\| `(.+?)` +\|/gm)].map(([, message = '']) => message);
}

test.each(['docs/troubleshooting.md', 'docs/troubleshooting.pt-BR.md'])(
	'%s explains every message that the code can give, once, and no other',
	(page) => {
		expect(messagesListed(page).sort()).toEqual(messagesOfTheCode());
	},
);

test('no kind of error, and no line of the log, is left out of the messages of the code', () => {
	const made = shippedFiles().flatMap((file) => [
		...readFileSync(file, 'utf8').matchAll(/\b(?:new (\w*Error)|logger\.(\w+))\(/g),
	]);
	const kinds = new Set(made.map(([, error, level]) => String(error ?? level)));
	// a NodeApiError takes its sentence from a property, which is looked for
	kinds.delete('NodeApiError');
	expect([...kinds].filter((kind) => !(kind in PLACES))).toEqual([]);
});

test.each(['README.md', 'README.pt-BR.md'])(
	'the messages in %s are those that the code gives',
	(page) => {
		const [, section = ''] = read(page).split(/^## (?:Troubleshooting|Problemas e soluções)$/m);
		const table = section.split(/^## /m)[0] ?? '';
		const listed = [...table.matchAll(/^\| `(.+?)` +\|/gm)].map(([, message = '']) => message);
		expect(listed.length).toBeGreaterThan(10);
		const known = messagesOfTheCode();
		// the READMEs give the most frequent fields as examples
		const general = (message: string) =>
			message.replace(/^'[^']*'/, "'…'").replace(/^[\w ]+ is empty$/, '… is empty');
		expect(
			listed.filter((message) => !known.some((other) => other.startsWith(general(message)))),
		).toEqual([]);
	},
);

test('both editions of the README list the same resources, events and messages', () => {
	const firstCells = (page: string) =>
		[...read(page).matchAll(/^\| (\*\*.+?\*\*|`.+?`) +\|/gm)].map(([, cell]) => cell);
	const english = new Set(firstCells('README.md'));
	expect(firstCells('README.pt-BR.md').filter((cell) => !english.has(cell))).toEqual([]);
});
