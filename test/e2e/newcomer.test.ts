import { sandboxCredential } from '../../playground/credential';
import { agentNamed, departmentNamed } from '../../playground/sandbox';
import { sessionAt } from '../support/account';
import { subscriptionsIn } from './support/triggers';
import { until } from './support/until';
import { useEditor } from './support/useEditor';

const { stage, editor, takeComplaints } = useEditor();

/** Waits until n8n has chosen the only credential, and expects a form that complains of nothing. */
async function expectQuietForm(): Promise<void> {
	const { name } = sandboxCredential.reference.wtsChatApi;
	const credential = editor().page.getByTestId('node-credentials-slot').locator('input');
	await until('the credential is chosen', async () => (await credential.inputValue()) === name);
	const form = editor().page.getByTestId('node-parameters');
	expect(await form.getByPlaceholder('Error fetching options').count()).toBe(0);
	expect(await form.getByTestId('parameter-issues').count()).toBe(0);
	expect(takeComplaints()).toEqual([]);
}

/** What WTS Chat was asked to transfer so far. */
const transfers = () => stage().sandbox.requests.filter(({ path }) => path.endsWith('/transfer'));

test('the first form of a trigger opens without a complaint', async () => {
	await editor().openNewWorkflow();
	await editor().findNode('wts', 'WTS Chat');
	await editor().chooseNode('WTS Chat');
	await editor().addWithAction('On message received');
	await expectQuietForm();
	await editor().closeNode();
});

test('the first form of a transfer opens without a complaint', async () => {
	await editor().findNode('wts', 'WTS Chat');
	await editor().chooseNode('WTS Chat');
	await editor().addWithAction('Transfer a session');
	await expectQuietForm();
	expect(await editor().openRecords('departmentId')).toEqual([
		'Comercial',
		'Financeiro',
		'Pós-venda',
		'Suporte',
	]);
	await editor().picture('first-workflow-form');
	await editor().pickOpenRecord('Suporte');
});

test('its users are those of whichever department is chosen', async () => {
	expect(await editor().openRecords('userId')).toEqual(['Otávio Lacerda (Unavailable)']);
	await editor().page.keyboard.press('Escape');
	await editor().searchRecord('departmentId', 'FINAN', 'Financeiro');
	expect(await editor().openRecords('userId')).toEqual(['Antônio Leitão']);
	await editor().pickOpenRecord('Antônio Leitão');
});

test('the session goes to the department and the user', async () => {
	const { account } = stage().sandbox;
	const { id } = sessionAt(stage().sandbox, 0);
	// the session is that of the message that comes in
	await editor().execute();
	await until('the trigger listens', () => subscriptionsIn(stage().sandbox).length === 1);
	stage().sandbox.writeAsContact('5511900000001', { text: 'Quero um atendente' });
	await editor().output.getByText(id).first().waitFor();
	expect(transfers()).toMatchObject([
		{
			path: `/chat/v1/session/${id}/transfer`,
			body: {
				type: 'USER',
				newDepartmentId: departmentNamed(account, 'Financeiro').id,
				newUserId: agentNamed(account, 'Antônio Leitão').userId,
			},
		},
	]);
});

test('the user can be taken out again', async () => {
	const { id } = departmentNamed(stage().sandbox.account, 'Financeiro');
	await editor().reset('userId');
	await expectQuietForm();
	await editor().execute();
	await until('the session is transferred again', () => transfers().length === 2);
	expect(transfers()[1]?.body).toEqual({ type: 'DEPARTMENT', newDepartmentId: id });
});

test('n8n complains of nothing on the way', () => {
	expect(takeComplaints()).toEqual([]);
});
