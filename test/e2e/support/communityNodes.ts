import type { Locator } from 'playwright-core';
import type { Editor } from './editor';

/** n8n's Settings → Community nodes, in the words of the person who uses it. */
export class CommunityNodes {
	constructor(private readonly editor: Editor) {}

	/** Opens the page and waits until it has asked for packages and updates. */
	async open(): Promise<void> {
		await this.editor.open('/settings/community-nodes');
		await this.installButton.first().waitFor();
	}

	/** Opens the dialog of "Install" and fills it in. */
	async prepareInstall(packageName: string): Promise<void> {
		await this.installButton.first().click();
		await this.page.getByTestId('package-name-input').fill(packageName);
		await this.page.getByTestId('user-agreement-checkbox').click();
	}

	/** Presses "Install" in the dialog, and waits until n8n has installed the package. */
	async install(): Promise<void> {
		await this.press(this.page.getByTestId('install-community-package-button'), 'POST');
	}

	/** Opens the dialog of "Update". */
	async prepareUpdate(packageName: string): Promise<void> {
		await this.card(packageName).getByRole('button', { name: 'Update' }).click();
	}

	/** Presses "Confirm update", and waits until n8n has updated the package. */
	async update(): Promise<void> {
		await this.press(this.page.getByRole('button', { name: 'Confirm update' }), 'PATCH');
	}

	/** Opens the dialog of "Uninstall package". */
	async prepareUninstall(packageName: string): Promise<void> {
		await this.card(packageName).getByTestId('action-toggle').click();
		await this.page.getByRole('menuitem', { name: 'Uninstall package' }).click();
	}

	/** Presses "Confirm uninstall", and waits until n8n has removed the package. */
	async uninstall(): Promise<void> {
		await this.press(this.page.getByRole('button', { name: 'Confirm uninstall' }), 'DELETE');
	}

	/** What the page tells of an installed package. */
	card(packageName: string): Locator {
		return this.page.getByTestId('community-package-card').filter({ hasText: packageName });
	}

	/** Called otherwise as long as nothing is installed. */
	private get installButton(): Locator {
		return this.page.getByRole('button', { name: /^Install( a community node)?$/ });
	}

	/** The messages of the page pass too soon to be waited for: n8n's answer tells whether it has done the work. */
	private async press(button: Locator, method: string): Promise<void> {
		const [answer] = await Promise.all([
			this.page.waitForResponse(
				(response) =>
					response.request().method() === method &&
					new URL(response.url()).pathname === '/rest/community-packages',
			),
			button.click(),
		]);
		if (!answer.ok()) throw new Error(`n8n answered ${answer.status()}: ${await answer.text()}`);
		await this.page.getByRole('dialog').waitFor({ state: 'hidden' });
	}

	private get page() {
		return this.editor.page;
	}
}
