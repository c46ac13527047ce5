// Makes the converter for n8n-nodes-wts as one HTML file that needs nothing else: `npm run converter`.
import { build } from 'esbuild';
import { readFileSync, writeFileSync } from 'node:fs';

const HOME = 'tools/migrate/page';
const FILE = 'converter.html';

const { outputFiles } = await build({
	entryPoints: [`${HOME}/page.mjs`],
	bundle: true,
	minify: true,
	charset: 'utf8',
	format: 'iife',
	target: 'es2022',
	write: false,
	logLevel: 'warning',
});
const [{ text: script }] = outputFiles;
const style = readFileSync(`${HOME}/page.css`, 'utf8');

const page = readFileSync(`${HOME}/page.html`, 'utf8')
	.replace('<style></style>', () => `<style>\n${style}</style>`)
	// a script ends at the first closing tag, wherever it stands
	.replace('<script></script>', () => `<script>${script.replaceAll('</', '<\\/')}</script>`);
writeFileSync(FILE, page);
console.log(`The converter is in ${FILE}. Open it in a browser.`);
