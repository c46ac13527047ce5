import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Pictures of the documentation. */
const IMAGES = join(__dirname, '..', '..', '..', 'docs', 'images');

/** Where a run leaves its own pictures. */
export const VIEWS = join(tmpdir(), 'wts-chat-e2e');

/** Takes a picture for the documentation; it is kept there when the run is to renew the pictures. */
export async function takePicture(page: Page, name: string): Promise<void> {
	const folder = process.env.UPDATE_IMAGES ? IMAGES : VIEWS;
	await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
