import codex from '../../nodes/WtsChat/WtsChat.node.json';
import { agentNamed, departmentNamed } from '../../playground/sandbox';
import { sessionAt, sessionNow } from '../support/account';
import { CredentialForm } from './support/credentialForm';
import { pressesOn } from './support/presses';
import { startStage } from './support/stage';
import { subscriptionsIn } from './support/triggers';
import { until } from './support/until';
import { useEditor } from './support/useEditor';

const { stage, editor, takeComplaints } = useEditor(
	async () => await startStage({ isEmpty: true }),
);

const PHONE = '5511900000001';
const ANSWER = 'Um momento, vou chamar uma pessoa';

/** What the mouse was pressed on since the editor was opened. */
let presses: string[] = [];

beforeAll(async () => {
	presses = await pressesOn(editor().page);
});

/** Expects that nothing on the screen is red, and that n8n complains of nothing. */
async function expectQuiet(): Promise<void> {
	expect(await editor().red()).toEqual([]);
	expect(takeComplaints()).toEqual([]);
}

/** Waits until n8n has chosen the only credential, and expects a form that complains of nothing. */
async function expectQuietForm(): Promise<void> {
	const { page } = editor();
	const credential = page.getByTestId('node-credentials-slot').locator('input');
	await until(
		'the credential is chosen',
		async () => (await credential.inputValue()) === 'WTS Chat account',
	);
	const form = page.getByTestId('node-parameters');
	expect(await form.getByPlaceholder('Error fetching options').count()).toBe(0);
	expect(await form.getByTestId('parameter-issues').count()).toBe(0);
	await expectQuiet();
}

/** What WTS Chat was asked to transfer so far. */
const transfers = () => stage().sandbox.requests.filter(({ path }) => path.endsWith('/transfer'));

test('n8n is empty at first', async () => {
	const { http } = stage().api;
	for (const records of ['workflows', 'credentials']) {
		const { data } = await http.get<{ data: unknown[] }>(`/rest/${records}`);
		expect(data.data).toEqual([]);
	}
});

test('the first step is the message that comes in', async () => {
	await editor().createFirstWorkflow();
	await editor().findFirstNode('wts', 'WTS Chat');
	await editor().chooseFoundNode();
	await editor().addWithKeys('On message received');
	await expectQuiet();
});

test('the credential is made there: the key of the account is all that it needs', async () => {
	const { apiKey, url } = stage().sandbox;
	const credential = new CredentialForm(editor().page);
	await credential.open();
	await credential.pasteKey(apiKey);
	await credential.tabToAddress(url);
	await expectQuiet();
	await credential.save();
	await expectQuietForm();
	await editor().leaveNode();
});

test('the next one answers it', async () => {
	await editor().findNextNode('wts', 'WTS Chat');
	await editor().chooseFoundNode();
	await editor().addWithKeys('Send a message in a session', 'ArrowDown');
	await expectQuietForm();
	await editor().write('text', ANSWER);
	await expectQuietForm();
	await editor().closeNode();
});

test('the last one hands the conversation over', async () => {
	await editor().findNextNode('wts', 'WTS Chat');
	await editor().chooseFoundNode();
	await editor().addWithAction('Transfer a session');
	await expectQuietForm();
	expect(await editor().openRecords('departmentId')).toEqual([
		'Comercial',
		'Financeiro',
		'Pós-venda',
		'Suporte',
	]);
	await editor().picture('first-workflow-form');
	await editor().findOpenRecord('supor', 'Suporte');
	await expectQuietForm();
});

test('a message is answered and handed over, after 12 presses of the mouse', async () => {
	const { sandbox } = stage();
	await editor().execute();
	await until('the trigger listens', () => subscriptionsIn(sandbox).length === 1);
	const { sessionId } = sandbox.writeAsContact(PHONE, { text: 'Quero um atendente' });
	await editor().output.getByText(sessionAt(sandbox, 0).id).first().waitFor();
	expect(sandbox.account.messages.at(-1)).toMatchObject({ sessionId, text: ANSWER });
	expect(sessionNow(sandbox, sessionAt(sandbox, 0).id)).toMatchObject({
		departmentId: departmentNamed(sandbox.account, 'Suporte').id,
	});
	await expectQuietForm();
	expect(presses).toEqual([
		'Build a workflow',
		'canvas-plus-button',
		'Connect to WTS Chat',
		'parameter-input-apiKey',
		'Save',
		'canvas-handle-plus',
		'parameter-input-text',
		'ndv-close-button',
		'canvas-handle-plus',
		'Transfer a session',
		'resource-locator-departmentId',
		'Execute step',
	]);
});

test('the users are those of whichever department is chosen', async () => {
	expect(await editor().openRecords('userId')).toEqual(['Otávio Lacerda (Unavailable)']);
	await editor().page.keyboard.press('Escape');
	await editor().searchRecord('departmentId', 'FINAN', 'Financeiro');
	expect(await editor().openRecords('userId')).toEqual(['Antônio Leitão']);
	await editor().pickOpenRecord('Antônio Leitão');
});

test('the session goes to the department and the user', async () => {
	const { account } = stage().sandbox;
	await editor().execute();
	await until('the session is transferred again', () => transfers().length === 2);
	expect(transfers()[1]?.body).toEqual({
		type: 'USER',
		newDepartmentId: departmentNamed(account, 'Financeiro').id,
		newUserId: agentNamed(account, 'Antônio Leitão').userId,
	});
});

test('the user can be taken out again', async () => {
	const { id } = departmentNamed(stage().sandbox.account, 'Financeiro');
	await editor().reset('userId');
	await expectQuietForm();
	await editor().execute();
	await until('the session is transferred once more', () => transfers().length === 3);
	expect(transfers()[2]?.body).toEqual({ type: 'DEPARTMENT', newDepartmentId: id });
});

test('the search finds the node by each of its words', async () => {
	await editor().closeNode();
	await editor().searchAtOnce();
	await editor().findNode('wts', 'WTS Chat');
	for (const word of codex.alias) {
		await editor().searchNothing('WTS Chat');
		await editor().search(word, 'WTS Chat');
	}
});

test('n8n complains of nothing on the way', () => {
	expect(takeComplaints()).toEqual([]);
});
