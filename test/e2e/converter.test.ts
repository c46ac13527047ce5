import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { fileOf, migrated } from '../migrate/support';
import { projectFolder } from '../support/package';
import { startBrowser } from './support/browser';

/** The converter as one HTML file, opened from the disk. */
let browser: Browser;
let page: Page;
const asked: string[] = [];

beforeAll(async () => {
	const made = spawnSync(process.execPath, ['tools/converterPage.mjs'], { cwd: projectFolder });
	expect(String(made.stderr)).toBe('');
	browser = await startBrowser();
	page = await browser.newPage({ locale: 'pt-BR' });
	page.on('request', (request) => asked.push(request.url()));
	await page.goto(pathToFileURL(join(projectFolder, 'converter.html')).href);
});

afterAll(async () => await browser?.close());

const text = async (id: string) => await page.locator(`#${id}`).innerText();

test('what is pasted comes out converted, with its notes, in the language of the browser', async () => {
	await page.getByLabel('Fluxo antigo').fill(readFileSync(fileOf('orders'), 'utf8'));
	const converted = await page.getByLabel('Fluxo convertido').inputValue();
	expect(JSON.parse(converted)).toEqual(migrated('orders').workflow);
	expect(await text('summary')).toBe('Fluxo “Pedidos e avisos”: 8 nodes convertidos.');
	expect(await text('findings')).toContain('O node antigo indicava o canal pelo ID');
});

test('the other language is one click away and keeps what was pasted', async () => {
	await page.getByRole('button', { name: 'English' }).click();
	expect(await text('summary')).toBe('Workflow “Pedidos e avisos”: 8 nodes converted.');
	expect(await text('findings')).toContain('The old node named the channel by its ID');
});

test('a file is read as well, and one that is no workflow says why', async () => {
	await page.getByLabel('Open a file').setInputFiles(fileOf('contacts'));
	await page.getByText('Criar ou atualizar').first().waitFor();
	await page.getByLabel('Old workflow').fill('{}');
	expect(await text('problem')).toContain('a workflow has a list named "nodes"');
	expect(await page.getByText('Result', { exact: true }).isVisible()).toBe(false);
});

test('the result can be saved as a file', async () => {
	await page.getByLabel('Old workflow').fill(readFileSync(fileOf('orders'), 'utf8'));
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Save as a file' }).click(),
	]);
	const saved = JSON.parse(readFileSync(await download.path(), 'utf8')) as unknown;
	expect(saved).toEqual(migrated('orders').workflow);
});

test('nothing leaves the page, and its policy lets nothing leave it', async () => {
	expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('blob:'))).toEqual([]);
	const refused = await page.evaluate(
		"fetch('https://example.com').then(() => 'sent', () => 'refused')",
	);
	expect(refused).toBe('refused');
});
