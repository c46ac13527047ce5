import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { takePicture, VIEWS } from './pictures';
import { RED_ON_THE_SCREEN } from './red';
import { until } from './until';

/** n8n's editor, in the words of the person who uses it. */
export class Editor {
	constructor(
		readonly page: Page,
		private readonly url: string,
	) {}

	/** Goes to a page of n8n as its own links do: to load the editor anew takes longer than most tests. */
	async open(path: string): Promise<void> {
		if (!this.page.url().startsWith(this.url)) {
			await this.page.goto(`${this.url}${path}`);
			return;
		}
		// an open node covers the links, so nobody leaves before closing it
		if (await this.page.getByTestId('ndv-close-button').isVisible()) await this.closeNode();
		const url = JSON.stringify(path);
		await this.page.evaluate(
			`history.pushState({}, '', ${url}); dispatchEvent(new PopStateEvent('popstate'))`,
		);
		await this.page.waitForURL(`**${path}*`);
	}

	async openWorkflow(id: string): Promise<void> {
		await this.open(`/workflow/${id}`);
		await this.page.getByTestId('canvas-node').first().waitFor({ state: 'attached' });
	}

	/** Goes from an n8n without workflows to the first one, as somebody does who has just signed in. */
	async createFirstWorkflow(): Promise<void> {
		await this.open('/home/workflows');
		await this.page.getByTestId('new-workflow-card').click();
		await this.page.getByText('Add first step').first().waitFor();
	}

	/** Opens a node of the canvas by its name. */
	async openNode(name: string): Promise<void> {
		await this.openUnknownNode(name);
		await this.page.getByTestId('node-parameters').waitFor();
	}

	/** Opens a node that n8n does not know and that has no form therefore. */
	async openUnknownNode(name: string): Promise<void> {
		const label = this.page.getByText(name, { exact: true });
		await this.page.getByTestId('canvas-node').filter({ has: label }).dblclick();
	}

	/** From an open node to one that follows it. */
	async openNext(name: string): Promise<void> {
		await this.page.locator(`[data-test-id="floating-node"][data-node-name="${name}"]`).click();
	}

	async closeNode(): Promise<void> {
		await this.page.getByTestId('ndv-close-button').click();
		await this.page.getByTestId('node-parameters').waitFor({ state: 'hidden' });
	}

	/** Closes the open node without the mouse. */
	async leaveNode(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.page.getByTestId('node-parameters').waitFor({ state: 'hidden' });
	}

	/** Searches the list of nodes, and waits until it offers a node of that name. */
	async findNode(text: string, nodeName: string): Promise<void> {
		await this.page.getByTestId('node-creator-plus-button').first().click();
		await this.search(text, nodeName);
	}

	/** Searches what a workflow is to begin with. */
	async findFirstNode(text: string, nodeName: string): Promise<void> {
		await this.page.getByTestId('canvas-plus-button').click();
		await this.search(text, nodeName);
	}

	/** Searches what is to follow the last node. */
	async findNextNode(text: string, nodeName: string): Promise<void> {
		await this.page.getByTestId('canvas-handle-plus').last().click();
		await this.search(text, nodeName);
	}

	/** Searches something else in the list of nodes, which is open. */
	async search(text: string, nodeName: string): Promise<void> {
		await this.page.getByTestId('node-creator-search-bar').fill(text);
		await this.nodeOffer(nodeName).waitFor();
	}

	/** Lets lists follow what is typed at once, as n8n's own tests do. */
	async searchAtOnce(): Promise<void> {
		await this.page.evaluate("sessionStorage.setItem('N8N_DEBOUNCE_MULTIPLIER', '0')");
	}

	/** Searches what no node is called, so that the list forgets the one that it has found. */
	async searchNothing(nodeName: string): Promise<void> {
		await this.page.getByTestId('node-creator-search-bar').fill('§');
		await this.nodeOffer(nodeName).waitFor({ state: 'hidden' });
	}

	/** Leaves the list of nodes without adding one. */
	async leaveNodeSearch(): Promise<void> {
		const search = this.page.getByTestId('node-creator-search-bar');
		await this.page.keyboard.press('Escape');
		await search.waitFor({ state: 'hidden' });
	}

	/** Chooses the node that was found, which then offers what it can do. */
	async chooseNode(nodeName: string): Promise<void> {
		await this.nodeOffer(nodeName).click();
		await this.whatItCanDo.waitFor();
	}

	/** The same with Enter, for the node that was found first. */
	async chooseFoundNode(): Promise<void> {
		await this.page.keyboard.press('Enter');
		await this.whatItCanDo.waitFor();
	}

	private get whatItCanDo(): Locator {
		return this.page.getByText(/^(Actions|Triggers) \(\d+\)$/).first();
	}

	/** Adds the chosen node with one of the actions that it offers; n8n opens it at once. */
	async addWithAction(action: string): Promise<void> {
		await this.nodeOffer(action).click();
		await this.page.getByTestId('node-parameters').waitFor();
	}

	/** The same without the mouse: goes to the action with these keys, and adds it with Enter. */
	async addWithKeys(action: string, ...keys: string[]): Promise<void> {
		const marked = this.page.locator('[data-test-id="item-iterator-item"][class*="_active"]');
		await marked.waitFor();
		for (const key of keys) await this.page.keyboard.press(key);
		await marked.filter({ hasText: action }).waitFor();
		await this.page.keyboard.press('Enter');
		await this.page.getByTestId('node-parameters').waitFor();
	}

	/** Waits until the chosen node offers the action; a long list is filled bit by bit. */
	async findAction(action: string): Promise<void> {
		await this.nodeOffer(action).waitFor({ state: 'attached' });
	}

	private nodeOffer(name: string): Locator {
		return this.page.getByTestId('node-creator-item-name').getByText(name, { exact: true }).first();
	}

	field(name: string): Locator {
		return this.page.getByTestId(`parameter-input-${name}`);
	}

	/** Types into a field. */
	async type(name: string, text: string): Promise<void> {
		await this.field(name).locator('input').fill(text);
	}

	/** Clicks on a long field, and types into it. */
	async write(name: string, text: string): Promise<void> {
		await this.field(name).locator('textarea').click();
		await this.page.keyboard.type(text);
	}

	/** Opens the searchable list of a field and gives its entries once they are loaded. */
	async openRecords(name: string): Promise<string[]> {
		await this.openSearch(name);
		await this.records.first().waitFor();
		return (await this.records.allInnerTexts()).map((text) => text.trim());
	}

	/** Picks an entry of the searchable list that is open, by a part of it. */
	async pickOpenRecord(entry: string): Promise<void> {
		await this.records.filter({ hasText: entry }).first().click();
		await this.records.first().waitFor({ state: 'hidden' });
	}

	/** Searches the list that is open, and picks what is left of it without the mouse. */
	async findOpenRecord(text: string, entry: string): Promise<void> {
		await this.page.keyboard.type(text);
		await until(`${entry} is found`, async () => {
			const found = await this.records.allInnerTexts();
			return found.length === 1 && found[0]?.trim() === entry;
		});
		await this.page.keyboard.press('ArrowDown');
		await this.page.keyboard.press('Enter');
		await this.records.first().waitFor({ state: 'hidden' });
	}

	/** Picks a record from the searchable list of a field, by a part of its entry. */
	async pickRecord(name: string, entry: string): Promise<void> {
		await this.openSearch(name);
		await this.pickOpenRecord(entry);
	}

	/** Searches the list of a field on the server by a text, and picks what was found. */
	async searchRecord(name: string, text: string, entry = text): Promise<void> {
		await this.openSearch(name);
		await this.page.getByTestId('rlc-search').filter({ visible: true }).fill(text);
		await this.pickOpenRecord(entry);
	}

	/** Opens the searchable list of a field. */
	async openSearch(name: string): Promise<void> {
		await this.field(name).getByTestId('rlc-input').click();
	}

	private get records(): Locator {
		return this.page.getByTestId('rlc-item').filter({ visible: true });
	}

	/** Gives a field the value that it has in a fresh form. */
	async reset(name: string): Promise<void> {
		const row = this.page.getByTestId('parameter-item').filter({ has: this.field(name) });
		await row.hover();
		await row.getByTestId('action-toggle').click();
		await this.page
			.getByRole('menuitem', { name: 'Reset Value' })
			.filter({ visible: true })
			.click();
	}

	/** Adds a field to a dynamic form by its label. */
	async addMappedField(label: string): Promise<void> {
		await this.page.getByTestId('add-fields-select').getByRole('button').click();
		await this.page.getByRole('menuitem', { name: label }).filter({ visible: true }).click();
	}

	/** Opens a list and gives its entries once they are loaded. */
	async openList(name: string): Promise<string[]> {
		await this.field(name).locator('input').click();
		const entries = this.page.getByRole('option').filter({ visible: true });
		await entries.first().waitFor();
		// an entry may have a second line that tells more
		const names = await entries.locator('.option-headline').or(entries).allInnerTexts();
		return [...new Set(names.map((name) => name.split('\n')[0]?.trim() ?? ''))];
	}

	/** Picks an entry of the list that is open. */
	async pick(entry: string): Promise<void> {
		const entries = this.page.getByRole('option').filter({ visible: true });
		const wanted = entries.filter({ has: this.page.getByText(entry, { exact: true }) });
		await wanted.first().click();
		await wanted.first().waitFor({ state: 'hidden' });
	}

	/** Adds a field to a collection by its label. */
	async addField(collectionButton: string, label: string): Promise<void> {
		await this.page.getByPlaceholder(collectionButton).click();
		await this.pick(label);
	}

	/** Presses "Execute step" and waits for its end. */
	async execute(): Promise<void> {
		const finished = this.page.waitForResponse((response) => response.url().includes('/run'));
		await this.page.getByTestId('node-execute-button').click();
		await finished;
	}

	/** Presses "Execute workflow". */
	async executeWorkflow(): Promise<void> {
		await this.page.getByTestId('execute-workflow-button').click();
	}

	/** Publishes the open workflow, so that its trigger begins to listen. */
	async publish(): Promise<void> {
		await this.page.getByTestId('workflow-open-publish-modal-button').click();
		await this.page.getByTestId('workflow-publish-button').click();
		await this.page.getByRole('button', { name: 'Got it' }).click();
	}

	/** The output of the open node. */
	get output(): Locator {
		return this.page.getByTestId('output-panel');
	}

	/** What a person sees in red, by its text. */
	async red(): Promise<string[]> {
		return await this.page.evaluate<string[]>(RED_ON_THE_SCREEN);
	}

	/** Keeps what is on the screen at the end of a test, for whoever has to find out why it failed. */
	async keepLastView(testName: string): Promise<void> {
		await this.page.screenshot({ path: join(VIEWS, `${testName.replace(/[^\w]+/g, '-')}.png`) });
	}

	/** Takes a picture for the documentation. */
	async picture(name: string): Promise<void> {
		await takePicture(this.page, name);
	}
}
