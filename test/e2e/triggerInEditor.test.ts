import { answerNewMessagesId } from '../../playground/workflows/answerNewMessages';
import { askedPhone, askForConfirmationId } from '../../playground/workflows/askForConfirmation';
import { departmentNamed } from '../../playground/sandbox';
import { sessionAt } from '../support/account';
import { endings } from './support/endings';
import { until } from './support/until';
import { useEditor } from './support/useEditor';

const { stage, editor, takeComplaints } = useEditor();

const PHONE = '5511900000001';

/** Those that hear: that of a question says for some minutes what it was answered with. */
const ours = () =>
	stage().sandbox.account.subscriptions.filter(
		({ url, enabled }) => enabled && url?.startsWith('http://127.0.0.1'),
	);

async function subscribed(count: number): Promise<void> {
	await until(`WTS Chat has ${count} subscriptions`, () => ours().length === count);
}

function lastMessageOf(sessionId: string | null | undefined) {
	const { messages } = stage().sandbox.account;
	return messages.filter((message) => message.sessionId === sessionId).at(-1);
}

test('the trigger waits for an event while its node is open, and then shows it', async () => {
	await editor().openWorkflow(answerNewMessagesId);
	await editor().openNode('Quando Chega Mensagem');
	await editor().picture('trigger');
	await editor().page.getByTestId('node-execute-button').first().click();
	await subscribed(1);
	expect(ours()[0]?.url).toContain('/webhook-test/');

	stage().sandbox.writeAsContact(PHONE, { text: 'Alguém aí?' });
	await editor().output.getByText('Alguém aí?').first().waitFor();
	await subscribed(0);
	expect(takeComplaints()).toEqual([]);
});

test('a workflow that is published in the editor answers and transfers', async () => {
	const { account } = stage().sandbox;
	await editor().openWorkflow(answerNewMessagesId);
	await editor().publish();
	await subscribed(1);

	const { sessionId } = stage().sandbox.writeAsContact(PHONE, { text: 'Quero um atendente' });
	const session = () => account.sessions.find(({ id }) => id === sessionId);
	const { id: departmentId } = departmentNamed(account, 'Financeiro');
	await until('the session is transferred', () => session()?.departmentId === departmentId);
	expect(lastMessageOf(sessionId)?.text).toMatch(/^Um momento/);

	const { id: unanswered } = stage().sandbox.writeAsContact(PHONE, { text: 'Obrigada!' });
	await until('both have run', async () => {
		const executions = await stage().api.executions(answerNewMessagesId);
		return executions.filter(({ mode }) => mode === 'webhook').length === 2;
	});
	expect(await endings(stage().api, answerNewMessagesId)).toContain('success');
	expect(lastMessageOf(sessionId)?.id).toBe(unanswered);
	await stage().api.deactivate(answerNewMessagesId);
	await subscribed(0);
	expect(takeComplaints()).toEqual([]);
});

test('a workflow that is run in the editor waits for the reply, which no other one answers as well', async () => {
	const { sandbox, api } = stage();
	// a conversation that a person has would be left alone anyway
	sandbox.handBack(sessionAt(sandbox, 0).id);
	await api.activate(answerNewMessagesId);
	await editor().openWorkflow(askForConfirmationId);
	await editor().executeWorkflow();
	await subscribed(2);
	const { sessionId } = sandbox.writeAsContact(askedPhone, { text: 'Sim, pode ser' });
	await until('the reply is answered', () =>
		/confirmado/.test(lastMessageOf(sessionId)?.text ?? ''),
	);
	const other = sandbox.writeAsContact('+5511977770000', { text: 'Oi' });
	await until(
		'the other contact is answered',
		() => lastMessageOf(other.sessionId)?.id !== other.id,
	);
	expect(await endings(api, askForConfirmationId)).toEqual(['success']);
	await endings(api, answerNewMessagesId);
	await api.deactivate(answerNewMessagesId);

	const written = sandbox.account.messages.filter((message) => message.sessionId === sessionId);
	const replied = written.findIndex(({ text }) => text === 'Sim, pode ser');
	expect(written[replied]?.sessionId).toBe(sessionAt(sandbox, 0).id);
	expect(written.slice(replied + 1)).toMatchObject([
		{ text: expect.stringContaining('confirmado') },
	]);
	await subscribed(0);
	expect(takeComplaints()).toEqual([]);
});
