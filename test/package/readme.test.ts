import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resources } from '../../nodes/WtsChat/resources';
import { projectFolder } from '../support/package';

const readme = readFileSync(join(projectFolder, 'README.md'), 'utf8');

/** The cells of the table under a heading, without its head. */
function tableUnder(heading: string): string[][] {
	const [, section = ''] = readme.split(`## ${heading}\n`);
	const lines = (section.split(/\n##+ /)[0] ?? '')
		.split('\n')
		.filter((line) => line.startsWith('|'));
	return lines
		.slice(2)
		.map((line) => line.split('|').slice(1, -1))
		.map((cells) => cells.map((cell) => cell.trim()));
}

test('every resource stands in the table of what is inside', () => {
	const listed = tableUnder('What is inside').map(([name = '']) => name.replaceAll('*', ''));
	expect(listed.sort()).toEqual(resources.map(({ name }) => name).sort());
});
