import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sentence } from '../../nodes/WtsChat/transport/errors';
import { sheets } from '../support/mostUsedForms';
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

/** The pictures that a text shows, by their names; all stand in docs/images. */
const picturesIn = (text: string) =>
	[...text.matchAll(/!\[[^\]]+\]\([./\w-]*\bimages\/([\w-]+)\.png\)/g)].map(
		([, name = '']) => name,
	);

test('every picture is taken by the end-to-end tests, and every one that is kept is shown', () => {
	const tests = readdirSync(join(projectFolder, 'test/e2e')).filter((name) => name.endsWith('.ts'));
	const taken = tests.flatMap((name) =>
		[...read(`test/e2e/${name}`).matchAll(/picture\((?:\w+, )?'([\w-]+)'\)/gi)].map(
			([, picture]) => picture,
		),
	);
	const shown = new Set(pages.flatMap((page) => picturesIn(read(page))));
	taken.push(...sheets.map(({ picture }) => picture));
	expect([...shown].filter((picture) => !taken.includes(picture))).toEqual([]);
	const kept = readdirSync(join(projectFolder, 'docs/images'));
	expect(kept.map((name) => name.replace('.png', '')).sort()).toEqual([...shown].sort());
});

test('docs/forms.md says what each form of its pictures is for, in their order', () => {
	const sections = proseOf('docs/forms.md')
		.split(/^(?=## )/m)
		.slice(1);
	const told = sections.map((section) => ({
		pictures: picturesIn(section),
		forms: [...section.matchAll(/^\| \*\*(.+?)\*\* +\| \S/gm)].map(([, form]) => form),
	}));
	expect(told).toEqual(
		sheets.map(({ picture, forms }) => ({
			pictures: [picture],
			forms: forms.map(({ title }) => title),
		})),
	);
	expect(sheets.flatMap(({ forms }) => forms)).toHaveLength(40);
});

test('no picture is larger than 400 kB', () => {
	const sizes = readdirSync(join(projectFolder, 'docs/images')).map(
		(name) => [name, statSync(join(projectFolder, 'docs/images', name)).size] as const,
	);
	expect(sizes.filter(([, size]) => size > 400_000)).toEqual([]);
});

/** A sentence of the code, or what makes it of values of an item. */
type Words = string | ((...values: string[]) => string);

/** Every sentence that the code can say to people, with … where something of the item stands. */
function sentencesOfTheCode(): string[] {
	const rooms = readdirSync(join(projectFolder, 'nodes/WtsChat'));
	const said = rooms
		.map((room) => join(projectFolder, 'nodes/WtsChat', room, 'sentences.ts'))
		.filter(existsSync)
		.flatMap((file) => Object.values(jest.requireActual<Record<string, Words>>(file)))
		.map((words) => (typeof words === 'string' ? words : words(...Array(words.length).fill('…'))))
		.map((words) => (/^[a-z]+ /.test(words) ? `'…' ${words}` : words));
	// the name of a field before words of any kind is no sentence yet
	return said.filter((words) => words !== "'…' …").sort();
}

/** The first cells of all tables of a page that are code. */
function messagesListed(page: string): string[] {
	return [...read(page).matchAll(/^\| `(.+?)` +\|/gm)].map(([, message = '']) => message);
}

test.each(['docs/troubleshooting.md', 'docs/troubleshooting.pt-BR.md'])(
	'%s explains every message that the code can give, once, and no other',
	(page) => {
		expect(messagesListed(page).sort()).toEqual(sentencesOfTheCode());
	},
);

test('no message has doubled punctuation, by itself or before what to do', () => {
	const told = sentencesOfTheCode().map((message) => `${sentence(message)} Do this.`);
	expect(told.filter((words) => /[.,;:!?]["'”’)]?[.,;:!?]|\s[.,;:!?]/.test(words))).toEqual([]);
});

test.each(['README.md', 'docs/README.pt-BR.md'])('%s is short: at most 12 kB', (page) => {
	expect(Buffer.byteLength(read(page))).toBeLessThanOrEqual(12_000);
});

/** What a page is made of, section by section, whatever its language. */
function outlineOf(page: string): object[] {
	return proseOf(page)
		.split(/^(?=#+ )/m)
		.map((section) => ({
			level: /^#*/.exec(section)?.[0].length,
			tables: [...section.matchAll(/(?:^\|.*\n?)+/gm)].map(
				([table]) => table.trim().split('\n').length,
			),
			pictures: picturesIn(section),
			points: section.match(/^ *(?:-|\d+\.) /gm)?.length ?? 0,
		}));
}

/** The pages that have a Portuguese edition, each with it. */
const translated = pages
	.filter((page) => page.endsWith('.pt-BR.md'))
	.map((page) => {
		const english = page.replace('.pt-BR', '');
		// npm would pack a Portuguese README that stands beside the English one
		return [english === 'docs/README.md' ? 'README.md' : english, page] as const;
	});

/** Where the links of a page lead, from the root of the repository. */
const targetsOf = (page: string) =>
	linksOf(page).map((link) => join(dirname(page), link.split('#')[0] ?? ''));

/** The pages that a page leads to, each by its English edition. */
function neighboursOf(page: string): string[] {
	const englishOf = (target: string) =>
		translated.find(([, portuguese]) => portuguese === target)?.[0] ?? target;
	const neighbours = targetsOf(page).filter((target) => target.endsWith('.md'));
	return [...new Set(neighbours.map(englishOf))].sort();
}

describe.each(translated)('%s and %s', (english, portuguese) => {
	test('have the same sections, with the same tables, pictures and points', () => {
		expect(outlineOf(portuguese)).toEqual(outlineOf(english));
	});

	test('lead to each other, and to the same pages', () => {
		expect(neighboursOf(english)).toContain(english);
		expect(neighboursOf(portuguese)).toEqual(neighboursOf(english));
	});

	test('lead to pages in their own language', () => {
		const others = translated.filter(([page]) => page !== english);
		const englishPages = others.map(([page]) => page);
		const portuguesePages = others.map(([, page]) => page);
		expect(targetsOf(english).filter((page) => portuguesePages.includes(page))).toEqual([]);
		expect(targetsOf(portuguese).filter((page) => englishPages.includes(page))).toEqual([]);
	});
});

test('every page for users has a Portuguese edition, except long tables and what experts read', () => {
	const alone = pages.filter(
		(page) => page.startsWith('docs/') && !translated.some((pair) => pair.includes(page)),
	);
	expect(alone.sort()).toEqual([
		'docs/architecture.md',
		'docs/benchmarks.md',
		'docs/demo-script.md',
		'docs/mutation.md',
		'docs/operations.md',
		'docs/scaling.md',
		'docs/verification.md',
	]);
});

/** Everything in Portuguese that the project shows. */
const portugueseTexts = [
	...translated.map(([, portuguese]) => portuguese),
	'playground/sandbox/play/page/words.js',
	'playground/terminal.ts',
	'tools/migrate/page/words.ts',
	'tools/migrate/portuguese.ts',
	...['examples', 'playground/workflows'].flatMap((folder) =>
		readdirSync(join(projectFolder, folder)).map((name) => join(folder, name)),
	),
];

/** What only a translation says, and what Brazilian teams say. */
const TRANSLATIONS: [string, RegExp][] = [
	['requisição', /\bpedidos?\b(?! de confirmação)/i],
	['inscrição', /assinatura/i],
	['node', /(?<!\p{L})nós?(?!\p{L})/iu],
	['trigger', /gatilho/i],
	['fluxo', /\b(?:o|um|do|no|ao|este|seu)s? workflows?\b/i],
	['conversa', /sess(?:ão|ões)/i],
	['modelo', /\b(?:o|um|do)s? templates?\b/i],
	['nota interna', /anotaç(?:ão|ões) internas?/i],
	['segundo relatos', /\bdizem que\b/i],
	['marcas white-label', /marcas de parceiros/i],
	['sem aninhamento', /\bevento, plano\b/i],
	['são processados', /\bitens andam\b/i],
	['loop', /\blaço/i],
	['por padrão', /se você não disser outra coisa/i],
];

test.each(portugueseTexts)('%s says in Portuguese what Brazilians say', (path) => {
	const words = read(path).replace(/`[^`\n]+`/g, '');
	expect(TRANSLATIONS.filter(([, wrong]) => wrong.test(words)).map(([said]) => said)).toEqual([]);
});

// the guide for people who come from the old node has a table of plain words
test.each(translated.filter(([page]) => !page.includes('migrate')))(
	'%s and %s list the same resources, fields, commands and messages',
	(english, portuguese) => {
		const firstCells = (page: string) =>
			[...read(page).matchAll(/^\| (\*\*.+?\*\*|`.+?`) +\|/gm)].map(([, cell]) => cell);
		expect(firstCells(portuguese)).toEqual(firstCells(english));
	},
);
