import { departmentNamed } from '../../playground/sandbox';
import {
	answerNewMessages,
	answerNewMessagesId,
} from '../../playground/workflows/answerNewMessages';
import { transferTarget } from '../../playground/workflows/transferWaitingSessions';
import { name as packageName, version } from '../../package.json';
import { sessionNow } from '../support/account';
import { CommunityNodes } from './support/communityNodes';
import { Outside } from './support/outside';
import { packedPackage } from './support/packOnce';
import { Registry } from './support/registry';
import { startStage } from './support/stage';
import { until } from './support/until';
import { useEditor } from './support/useEditor';

const NEXT_VERSION = '99.0.0';
const PHONE = '5511900000001';

let registry: Registry;
let outside: Outside;

const { stage, editor, takeBroken } = useEditor(async () => {
	registry = await Registry.start();
	outside = await Outside.start(registry.port);
	await registry.publish(packedPackage());
	return await startStage({ outside });
});

afterEach(() => {
	expect(takeBroken()).toEqual([]);
});

afterAll(async () => {
	await outside?.close();
	await registry?.close();
});

const communityNodes = () => new CommunityNodes(editor());

const subscriptions = () =>
	stage().sandbox.account.subscriptions.filter(({ url }) => url?.startsWith(stage().n8n.url));

/** Saves the demo workflow that answers and transfers, with a credential, and publishes it. */
async function publishWorkflow(): Promise<void> {
	const { api, sandbox } = stage();
	const { data } = await api.http.post('/rest/credentials', {
		name: 'WTS Chat account',
		type: 'wtsChatApi',
		data: { apiKey: sandbox.apiKey, baseUrl: sandbox.url },
	});
	const credentials = { wtsChatApi: { id: data.data.id, name: 'WTS Chat account' } };
	const workflow = answerNewMessages(sandbox);
	const nodes = workflow.nodes.map((node) => (node.credentials ? { ...node, credentials } : node));
	await api.createWorkflow({ ...workflow, nodes });
	await api.activate(answerNewMessagesId);
	await until('the workflow has subscribed', () => subscriptions().length === 1);
}

/** A contact asks for a person: the published workflow answers and transfers the session. */
async function workflowTransfers(): Promise<void> {
	const { sandbox } = stage();
	const { sessionId } = sandbox.writeAsContact(PHONE, { text: 'Quero um atendente' });
	const session = sessionNow(sandbox, sessionId ?? '');
	// a person who had it would silence the workflow
	sandbox.handBack(session.id);
	session.departmentId = departmentNamed(sandbox.account, 'Suporte').id;
	const { id } = departmentNamed(sandbox.account, 'Financeiro');
	await until(
		'the session is transferred',
		() => sessionNow(sandbox, session.id).departmentId === id,
	);
}

test('the package is installed under Settings → Community nodes', async () => {
	await communityNodes().open();
	await editor().picture('install-community-nodes');
	await communityNodes().prepareInstall(packageName);
	await editor().picture('install-dialog');
	await communityNodes().install();

	const card = communityNodes().card(packageName);
	await card.getByText(`v${version}`).waitFor();
	await card.getByText('WTS Chat Trigger').waitFor();
	await editor().picture('install-listed');
});

test('a first workflow finds the node, and its lists are filled', async () => {
	await publishWorkflow();
	await editor().openWorkflow(answerNewMessagesId);
	await editor().findNode('wts', 'WTS Chat');
	await editor().chooseNode('WTS Chat');
	await editor().findAction('Transfer a session');
	await editor().picture('first-workflow');
	await editor().leaveNodeSearch();

	await editor().openNode('Transferir Conversa');
	expect(await editor().openRecords('departmentId')).toContain('Financeiro');
	await workflowTransfers();
});

test('an update leaves a published workflow as it is, and it goes on working', async () => {
	const { api } = stage();
	const saved = await api.workflow(answerNewMessagesId);
	const subscribed = structuredClone(subscriptions());

	await registry.publishAs(NEXT_VERSION, packedPackage());
	await communityNodes().open();
	await communityNodes().prepareUpdate(packageName);
	await editor().page.getByText('Responder mensagens novas').first().waitFor();
	await editor().picture('install-update');
	await communityNodes().update();
	await communityNodes().card(packageName).getByText(`v${NEXT_VERSION}`).waitFor();

	await workflowTransfers();
	expect(subscriptions()).toEqual(subscribed);
	expect(await api.workflow(answerNewMessagesId)).toEqual(saved);
});

test('after the update its form shows what was chosen before', async () => {
	const { department, agent } = transferTarget(stage().sandbox.account);
	await editor().openWorkflow(answerNewMessagesId);
	await editor().openNode('Transferir Conversa');
	const shown = async (name: string) =>
		await editor().field(name).getByTestId('rlc-input').inputValue();
	await until(
		'the department is shown',
		async () => (await shown('departmentId')) === department.name,
	);
	await until('the user is shown', async () => (await shown('userId')) === agent.name);
	const credential = editor().page.getByTestId('node-credentials-slot').locator('input');
	expect(await credential.inputValue()).toBe('WTS Chat account');
});

test('a workflow whose nodes are uninstalled says so, and n8n goes on', async () => {
	const { api, sandbox } = stage();
	const saved = await api.workflow(answerNewMessagesId);
	const executed = await api.executions(answerNewMessagesId);
	await communityNodes().open();
	await communityNodes().prepareUninstall(packageName);
	await editor().page.getByText('Responder mensagens novas').first().waitFor();
	await editor().picture('install-uninstall');
	await communityNodes().uninstall();
	await communityNodes().card(packageName).waitFor({ state: 'hidden' });

	sandbox.writeAsContact(PHONE, { text: 'Quero um atendente' });
	await sandbox.events.settled();
	await editor().openWorkflow(answerNewMessagesId);
	await editor().openUnknownNode('Transferir Conversa');
	await editor().page.getByText('This node is not currently installed').first().waitFor();
	await editor().picture('install-unknown-node');
	expect(await api.workflow(answerNewMessagesId)).toEqual(saved);
	expect(await api.executions(answerNewMessagesId)).toEqual(executed);
});

test('installing it again brings the workflow back', async () => {
	await communityNodes().open();
	await communityNodes().prepareInstall(packageName);
	await communityNodes().install();
	await workflowTransfers();
	expect(subscriptions()).toHaveLength(1);
});
