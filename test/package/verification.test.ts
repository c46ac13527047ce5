import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../support/package';

// that its links and commands lead somewhere is tested for every page in docs.test.ts
const page = readFileSync(join(projectFolder, 'docs/verification.md'), 'utf8');

const rows = [...page.matchAll(/^\| (?!n8n asks|-)(.+?) +\| (.+?) +\|$/gm)].map(
	([, rule = '', evidence = '']) => ({ rule, evidence }),
);

const ITALICS = /(?<!\w)_([^_]+)_(?!\w)/g;
const namesIn = (text: string) => [...text.matchAll(ITALICS)].map(([, name = '']) => name);

/** The tests that a row names, with the file that they should stand in. */
function testsIn(evidence: string): Array<{ file: string; name: string }> {
	const groups = [...evidence.matchAll(/\]\(\.\.\/(test\/[^)]+)\): (_[^_]+_(?:, _[^_]+_)*)/g)];
	return groups.flatMap(([, file = '', names = '']) =>
		namesIn(names).map((name) => ({ file, name })),
	);
}

test('the page has a table for the package, the code, the interface and the documentation', () => {
	expect([...page.matchAll(/^## (.+)$/gm)].map(([, title]) => title)).toEqual([
		'The package',
		'The code',
		'The interface',
		'The documentation',
		'Not yet',
	]);
	expect(rows.length).toBeGreaterThan(25);
});

test.each(rows)('what shows this is there: $rule', ({ evidence }) => {
	expect(evidence).toMatch(/\]\(|`npm /);
	const tests = testsIn(evidence);
	// each name stands behind its file
	expect(tests.map(({ name }) => name)).toEqual(namesIn(evidence));
	const missing = tests.filter(
		({ file, name }) => !readFileSync(join(projectFolder, file), 'utf8').includes(name),
	);
	expect(missing).toEqual([]);
});
