import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { messagesOfTheCode, PLACES, shippedFiles } from '../support/messages';
import { projectFolder } from '../support/package';

const read = (path: string) => readFileSync(join(projectFolder, path), 'utf8');

/** The folders that hold what others have written, or what is made. */
const NOT_OURS = ['.git', 'node_modules', 'dist', '.data'];

/** Every page of the repository, from a folder on. */
function pagesIn(folder: string): string[] {
	return readdirSync(join(projectFolder, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return NOT_OURS.includes(entry.name) ? [] : pagesIn(path);
		return path.endsWith('.md') ? [path] : [];
	});
}

const pages = pagesIn('.');

/** The address that GitHub gives to a heading. */
function anchorOf(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.trim()
		.replace(/\s/g, '-');
}

/** The text of a page, without its blocks of code. */
const proseOf = (page: string) => read(page).replace(/^ *```.*?^ *```$/gms, '');

function anchorsOf(page: string): string[] {
	return [...proseOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
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

/** What a page is made of, section by section, whatever its language. */
function outlineOf(page: string): object[] {
	return proseOf(page)
		.split(/^(?=#+ )/m)
		.map((section) => ({
			level: /^#*/.exec(section)?.[0].length,
			tables: [...section.matchAll(/(?:^\|.*\n?)+/gm)].map(
				([table]) => table.trim().split('\n').length,
			),
			pictures: [...section.matchAll(/!\[[^\]]+\]\((.+?)\)/g)].map(([, picture]) => picture),
			points: section.match(/^ *(?:-|\d+\.) /gm)?.length ?? 0,
		}));
}

test.each([
	['README.md', 'README.pt-BR.md'],
	['docs/troubleshooting.md', 'docs/troubleshooting.pt-BR.md'],
	['docs/values.md', 'docs/values.pt-BR.md'],
	['docs/migrate-from-n8n-nodes-wts.md', 'docs/migrate-from-n8n-nodes-wts.pt-BR.md'],
])('%s and %s have the same sections, with the same tables, pictures and points', (page, other) => {
	expect(outlineOf(other)).toEqual(outlineOf(page));
});

test('both editions of the README list the same resources, events and messages', () => {
	const firstCells = (page: string) =>
		[...read(page).matchAll(/^\| (\*\*.+?\*\*|`.+?`) +\|/gm)].map(([, cell]) => cell);
	expect(firstCells('README.pt-BR.md')).toEqual(firstCells('README.md'));
});
