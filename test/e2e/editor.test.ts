import { agentNamed, departmentNamed } from '../../playground/sandbox';
import { transferWaitingSessionsId } from '../../playground/workflows/transferWaitingSessions';
import { sessionAt, sessionNow } from '../support/account';
import { useEditor, workflowWith } from './support/useEditor';

const { stage, editor, takeBroken } = useEditor();

const UNCHOSEN = { __rl: true, mode: 'list', value: '' };

test('the credential is tested when it is saved, with a wrong key and with the right one', async () => {
	const { page } = editor();
	await editor().open('/home/credentials/create');
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('combobox').or(dialog.locator('input')).first().fill('WTS Chat');
	await page.getByText('WTS Chat API', { exact: true }).first().click();
	await page.getByTestId('new-credential-type-button').click();

	await editor().type('apiKey', 'pn_wrong');
	await editor().type('baseUrl', stage().sandbox.url);
	await page.getByTestId('credential-save-button').click();
	await dialog.getByText('Couldn’t connect with these settings').waitFor();
	await dialog.getByText('More details').click();
	await dialog.getByText('WTS Chat did not accept the API key').waitFor();

	await editor().type('apiKey', ` Bearer ${stage().sandbox.apiKey} `);
	await page.getByTestId('credential-save-button').click();
	await page
		.getByTestId('credentials-config-container-test-success')
		.getByText('success')
		.waitFor();
	await editor().picture('credential');

	await editor().type('baseUrl', 'http://api.helena.run');
	await page.getByTestId('credential-save-button').click();
	await dialog.getByText('Couldn’t connect with these settings').waitFor();
	await page.keyboard.press('Escape');
	await dialog.waitFor({ state: 'hidden' });
});

test.each(['wts', 'atendimento', 'helena', 'transferir'])(
	'a search for "%s" finds the node with its actions',
	async (text) => {
		await editor().openWorkflow(transferWaitingSessionsId);
		await editor().findNode(text, 'WTS Chat');
		await editor().chooseNode('WTS Chat');
		await editor().findAction('Transfer a session');
		await editor().findAction('Update a session');
		await editor().leaveNodeSearch();
	},
);

test('a session is transferred to a department and user picked from the lists', async () => {
	const { account } = stage().sandbox;
	const { id, number } = sessionAt(stage().sandbox, 0);
	await editor().openWorkflow(
		await workflowWith(stage(), 'e2eTransfer', [{ id }], {
			operation: 'transfer',
			sessionId: UNCHOSEN,
		}),
	);
	await editor().openNode('WTS Chat');
	await editor().pickRecord('sessionId', String(number));

	expect(await editor().openRecords('departmentId')).toEqual([
		'Comercial',
		'Financeiro',
		'Pós-venda',
		'Suporte',
	]);
	await editor().picture('transfer-department');
	await editor().pickOpenRecord('Financeiro');

	expect(await editor().openRecords('userId')).toEqual(['Antônio Leitão']);
	await editor().picture('transfer-user');
	await editor().pickOpenRecord('Antônio Leitão');

	await editor().execute();
	await editor().output.getByText(id).first().waitFor();
	await editor().picture('transfer-output');

	expect(sessionNow(stage().sandbox, id)).toMatchObject({
		departmentId: departmentNamed(account, 'Financeiro').id,
		userId: agentNamed(account, 'Antônio Leitão').userId,
	});
});

test('a session is updated with fields added one by one', async () => {
	const { id, number } = sessionAt(stage().sandbox, 1);
	await editor().openWorkflow(
		await workflowWith(stage(), 'e2eUpdate', [{ id }], {
			operation: 'update',
			sessionId: UNCHOSEN,
		}),
	);
	await editor().openNode('WTS Chat');
	await editor().pickRecord('sessionId', String(number));

	await editor().addField('Add Field', 'Department');
	await editor().pickRecord('departmentId', 'Suporte');
	await editor().addField('Add Field', 'User');
	expect(await editor().openRecords('userId')).toEqual(['Otávio Lacerda (Unavailable)']);
	await editor().pickOpenRecord('Otávio Lacerda (Unavailable)');
	await editor().addField('Add Field', 'Status');
	await editor().openList('status');
	await editor().pick('Pending');
	await editor().picture('update-fields');

	await editor().execute();
	await editor().output.getByText(id).first().waitFor();
	expect(sessionNow(stage().sandbox, id)).toMatchObject({
		status: 'PENDING',
		departmentId: departmentNamed(stage().sandbox.account, 'Suporte').id,
		userId: agentNamed(stage().sandbox.account, 'Otávio Lacerda').userId,
	});
});

describe('an item that fails', () => {
	const unknown = '00000000-0000-4000-8000-00000000dead';
	const parameters = {
		operation: 'update',
		sessionId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
		updateFields: { status: 'COMPLETED' },
	};

	test('is shown with its message and its number', async () => {
		const items = [{ id: sessionAt(stage().sandbox, 2).id }, { id: unknown }];
		await editor().openWorkflow(await workflowWith(stage(), 'e2eFailing', items, parameters));
		await editor().openNode('WTS Chat');
		await editor().execute();
		await editor()
			.output.getByText('WTS Chat does not find what this item names [item 1]')
			.first()
			.waitFor();
		await editor().output.getByText(`'Session' (${unknown})`).first().waitFor();
		await editor().picture('error');
	});

	test('leaves its neighbours alone when the node continues', async () => {
		const { id } = sessionAt(stage().sandbox, 3);
		const items = [{ id: unknown }, { id }];
		const settings = { onError: 'continueRegularOutput' };
		await editor().openWorkflow(
			await workflowWith(stage(), 'e2eContinuing', items, parameters, settings),
		);
		await editor().openNode('WTS Chat');
		await editor().execute();
		await editor()
			.output.getByText('WTS Chat does not find what this item names')
			.first()
			.waitFor();
		await editor().output.getByText(id).first().waitFor();
		expect(sessionNow(stage().sandbox, id).status).toBe('COMPLETED');
	});
});

test('a wrong key is said where the list would open', async () => {
	const credential = {
		id: 'wtsChatWrongKey1',
		name: 'Wrong key',
		type: 'wtsChatApi',
		data: { apiKey: 'pn_wrong', baseUrl: stage().sandbox.url },
	};
	const { data } = await stage().api.http.post('/rest/credentials', credential);
	const reference = { wtsChatApi: { id: data.data.id, name: credential.name } };
	const id = await workflowWith(
		stage(),
		'e2eWrongKey',
		[{}],
		{ operation: 'transfer' },
		{ credentials: reference },
	);
	await editor().openWorkflow(id);
	await editor().openNode('WTS Chat');
	await editor().openSearch('departmentId');
	await editor().page.getByText('WTS Chat did not accept the API key').first().waitFor();
});

test('before a run, the fields that sessions come with can be dragged already', async () => {
	await editor().openWorkflow(transferWaitingSessionsId);
	await editor().openNode('Transferir Conversa');
	const input = editor().page.getByTestId('ndv-input-panel');
	await input.getByText('Usually outputs the following fields').waitFor();
	for (const field of ['contactName', 'phone', 'window']) {
		await input.getByText(field, { exact: true }).waitFor();
	}
	await editor().closeNode();
});

test('the demo workflow transfers every waiting session', async () => {
	const waiting = stage().sandbox.account.sessions.filter(({ status }) => status === 'PENDING');
	await editor().openWorkflow(transferWaitingSessionsId);
	await editor().executeWorkflow();
	await editor().page.getByText('Workflow executed successfully').first().waitFor();
	await editor()
		.page.getByText('Workflow executed successfully')
		.first()
		.waitFor({ state: 'hidden' });
	await editor().picture('demo-workflow');
	const { id } = departmentNamed(stage().sandbox.account, 'Financeiro');
	expect(waiting.length).toBeGreaterThan(0);
	for (const session of waiting)
		expect(sessionNow(stage().sandbox, session.id).departmentId).toBe(id);
});

test('Settings → Community nodes lists the package', async () => {
	await editor().open('/settings/community-nodes');
	await editor().page.getByText('n8n-nodes-wts-chat').first().waitFor();
});

test('no page broke on the way', () => {
	expect(takeBroken()).toEqual([]);
});
