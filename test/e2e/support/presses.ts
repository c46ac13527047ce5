import type { Page } from 'playwright-core';

/** Run in n8n's editor: tells of each press of the mouse by its field, by what a person reads there, or by n8n's name. */
const TELL_PRESSES = `addEventListener('pointerdown', ({ isTrusted, target }) => {
	if (!isTrusted) return;
	const field = target.closest('div[data-test-id^="parameter-input-"], div[data-test-id^="resource-locator-"]');
	const place = target.closest('[data-test-id]') ?? target;
	pressed(field?.dataset.testId ?? (place.textContent.trim() || place.dataset.testId));
}, true)`;

/** What the mouse is pressed on from now on, in its order; the page has to be loaded after it. */
export async function pressesOn(page: Page): Promise<string[]> {
	const presses: string[] = [];
	await page.exposeFunction('pressed', (place: string) => presses.push(place));
	await page.addInitScript({ content: TELL_PRESSES });
	return presses;
}
