import { sandboxCredential } from '../../../playground/credential';
import type { UsedForm } from '../../support/mostUsedForms';
import type { Editor } from './editor';
import { until } from './until';

/** Adds a node as somebody does who looks for what it can do, and waits until n8n has filled in its form. */
export async function addNode(editor: Editor, { list, action }: UsedForm): Promise<void> {
	await editor.findNode('wts', 'WTS Chat');
	await editor.chooseNode('WTS Chat');
	// closed in a workflow that has a trigger
	if (list === 'Triggers') await editor.page.getByText(/^Triggers \(\d+\)$/).click();
	await editor.addWithAction(action);
	const credential = editor.page.getByTestId('node-credentials-slot').locator('input');
	await until(
		'the credential is chosen',
		async () => (await credential.inputValue()) === sandboxCredential.reference.wtsChatApi?.name,
	);
	// collections come a moment after the other fields
	await editor.page.getByText('Loading fields').first().waitFor({ state: 'hidden' });
}

/** What is the same in all forms, and the room below a short one. */
const LEAVE_OUT = `
	.node-credentials, [data-test-id="node-feature-request"],
	.parameter-item:has([data-test-id="parameter-input-resource"]),
	.parameter-item:has([data-test-id="parameter-input-operation"]) { display: none !important }
	[data-test-id="node-parameters"] { height: auto !important; min-height: 0 !important; flex: none !important }
`;

/** What the fields of the open node look like, as long as the form is. */
export async function pictureOfForm({ page }: Editor): Promise<Buffer> {
	const form = page.getByTestId('node-parameters');
	return await form.screenshot({ animations: 'disabled', style: LEAVE_OUT });
}

/** Run in n8n's editor: the texts in fields that have no room for them. */
const CUT_TEXTS = `[...document.querySelectorAll('[data-test-id="node-parameters"] input')]
	.filter((input) => input.checkVisibility() && input.scrollWidth > input.clientWidth)
	.map((input) => input.value || input.placeholder)`;

/** What stands in the fields of the open node and is cut there. */
export async function cutTexts({ page }: Editor): Promise<string[]> {
	return await page.evaluate<string[]>(CUT_TEXTS);
}
