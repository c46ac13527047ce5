import type { Page } from 'playwright-core';

/** The form of a credential, from the node that needs it. */
export class CredentialForm {
	constructor(private readonly page: Page) {}

	/** Opens it from an open node that has no credential yet. */
	async open(): Promise<void> {
		await this.page.getByRole('button', { name: 'Connect to WTS Chat' }).click();
		await this.form.waitFor();
	}

	/** Clicks on the key, and pastes it. */
	async pasteKey(apiKey: string): Promise<void> {
		await this.field('apiKey').click();
		await this.page.keyboard.insertText(apiKey);
	}

	/** Goes on from the key to the address with the Tab key, and puts another one in its place. */
	async tabToAddress(baseUrl: string): Promise<void> {
		const address = this.field('baseUrl');
		const isReached = async () =>
			await address.evaluate((input) => input.ownerDocument.activeElement === input);
		for (let tabs = 0; tabs < 10 && !(await isReached()); tabs++) {
			await this.page.keyboard.press('Tab');
		}
		await this.page.keyboard.press('Control+A');
		await this.page.keyboard.insertText(baseUrl);
	}

	/** Saves it; n8n tests it, and closes the form of one that works. */
	async save(): Promise<void> {
		await this.page.getByTestId('credential-save-button').click();
		await this.form.waitFor({ state: 'hidden' });
	}

	private get form() {
		return this.page.getByTestId('credential-edit-dialog');
	}

	private field(name: string) {
		return this.page.getByTestId(`parameter-input-${name}`).locator('input');
	}
}
