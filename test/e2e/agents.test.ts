import type { IDataObject } from 'n8n-workflow';
import { sandboxCredential } from '../../playground/credential';
import { departmentNamed, type Account } from '../../playground/sandbox';
import { agentWorkflow, approval, mcpWorkflow, memory, tool } from './support/agent';
import { Collector } from './support/collector';
import { McpClient } from './support/mcpClient';
import { ScriptedModel } from './support/scriptedModel';
import { until } from './support/until';
import { useEditor } from './support/useEditor';

const { stage, editor, takeComplaints } = useEditor();

const WORKFLOW = 'e2eAgent';
const CONTACT = '5511977770002';
const SUPERVISOR = '5511977770001';
const REGULAR = '5511977770003';

let model: ScriptedModel;
let collector: Collector;

const sessionId = {
	__rl: true,
	mode: 'id',
	value: "={{ $fromAI('session_id', 'ID of the session that you answer in', 'string') }}",
};

const listDepartments = tool('List Departments', {
	resource: 'department',
	operation: 'getMany',
	returnAll: true,
	output: 'selectedFields',
	outputFields: 'name',
});

const transfer = tool('Transfer', {
	resource: 'session',
	operation: 'transfer',
	sessionId,
	departmentId: "={{ $fromAI('department_id', 'ID from List Departments', 'string') }}",
	userId: "={{ $fromAI('user_id', 'ID of a user; empty for the whole department', 'string', '') }}",
});

const complete = tool('Complete', {
	resource: 'session',
	operation: 'complete',
	// as n8n's editor leaves it when the model is let to fill in a list
	sessionId: { ...sessionId, mode: 'list' },
	options: {
		reactivateOnNewMessage:
			"={{ $fromAI('reactivate', 'Whether it opens again when the contact writes', 'boolean') }}",
	},
});

const sendMessage = tool('Send Message', {
	resource: 'message',
	operation: 'sendInSession',
	sessionId,
	text: "={{ $fromAI('text', 'What the contact gets to read', 'string') }}",
});

beforeAll(async () => {
	model = await ScriptedModel.start();
	collector = await Collector.start();
	const { api } = stage();
	await api.http.post('/rest/credentials', model.credential);
	const tools = [listDepartments, sendMessage, transfer, complete];
	await api.createWorkflow(agentWorkflow(WORKFLOW, model, tools));
	await api.activate(WORKFLOW);
});

afterAll(async () => {
	await collector?.close();
	await model?.close();
});

const account = (): Account => stage().sandbox.account;

const departmentId = (name: string) => departmentNamed(account(), name).id;

function sessionAt(n: number) {
	const session = account().sessions[n];
	if (!session) throw new Error(`The account has no session number ${n}`);
	return session;
}

/** Asks the agent, and gives what the workflow answers, once it listens. */
async function ask(id: string, question = 'Preciso da segunda via do boleto.'): Promise<unknown> {
	let answer: unknown;
	await until('the workflow is active', async () => {
		const response = await fetch(`${stage().n8n.url}/webhook/${id}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ question }),
		});
		if (response.status === 404) return false;
		answer = await response.json();
		return true;
	});
	return answer;
}

/** What the tools have told the model, in the order of the calls. */
function toldTo(): unknown[] {
	return (model.requests.at(-1)?.results ?? []).map(({ text }) => JSON.parse(text) as unknown);
}

test('an agent lists departments, writes to the contact, transfers and completes the session', async () => {
	const { id } = sessionAt(0);
	const financeiro = departmentId('Financeiro');
	model.script([
		{ call: { tool: 'List_Departments', args: {} } },
		{
			call: [
				{ tool: 'Send_Message', args: { session_id: id, text: 'Já chamo o Financeiro.' } },
				{ tool: 'Transfer', args: { session_id: id, department_id: financeiro, user_id: '' } },
			],
		},
		{ call: { tool: 'Complete', args: { session_id: id, reactivate: false } } },
		{ say: 'Feito.' },
	]);
	expect(await ask(WORKFLOW)).toEqual({ output: 'Feito.' });

	const [listed, sent, transferred, completed] = toldTo();
	expect(listed).toEqual(account().departments.map(({ id, name }) => ({ id, name })));
	expect(sent).toEqual([
		expect.objectContaining({ id: expect.any(String), sessionId: id, status: 'QUEUED' }),
	]);
	expect(transferred).toEqual([expect.objectContaining({ id, departmentId: financeiro })]);
	expect(completed).toEqual([expect.objectContaining({ id, status: 'COMPLETED' })]);
	// what a model reads costs its owner money
	for (const told of [sent, transferred, completed]) {
		expect(JSON.stringify(told).length).toBeLessThan(600);
	}
	expect(sessionAt(0)).toMatchObject({
		status: 'COMPLETED',
		departmentId: financeiro,
		lastMessageText: 'Já chamo o Financeiro.',
	});
});

test('the model gets to know each tool by its name, what it does, and what it takes', async () => {
	model.script([{ say: 'Posso ajudar?' }]);
	await ask(WORKFLOW);
	const tools = model.requests[0]?.tools ?? [];
	const known = Object.fromEntries(
		tools.map(({ name, description, schema }) => [name, { description, ...schema }]),
	);
	const session_id = { type: 'string', description: 'ID of the session that you answer in' };
	expect(known).toEqual({
		List_Departments: expect.objectContaining({
			description: 'Get many departments in WTS Chat',
			properties: {},
		}),
		Send_Message: expect.objectContaining({
			description: 'Send a message in a session in WTS Chat',
			properties: {
				session_id,
				text: { type: 'string', description: 'What the contact gets to read' },
			},
			required: ['session_id', 'text'],
		}),
		Transfer: expect.objectContaining({
			description: 'Transfer a session in WTS Chat',
			properties: {
				session_id,
				department_id: { type: 'string', description: 'ID from List Departments' },
				user_id: {
					type: 'string',
					description: 'ID of a user; empty for the whole department',
					default: '',
				},
			},
			required: ['session_id', 'department_id'],
		}),
		Complete: expect.objectContaining({
			description: 'Complete a session in WTS Chat',
			properties: {
				session_id,
				reactivate: {
					type: 'boolean',
					description: 'Whether it opens again when the contact writes',
				},
			},
		}),
	});
});

test('a model that gives a wrong ID is told what to do, and can correct itself', async () => {
	const { id } = sessionAt(1);
	const suporte = departmentId('Suporte');
	const unknown = '00000000-0000-4000-8000-00000000dead';
	const transferTo = (session_id: string, department_id: string, user_id = 'null') => ({
		call: { tool: 'Transfer', args: { session_id, department_id, user_id } },
	});
	model.script([
		transferTo(id, 'Suporte'),
		transferTo(unknown, suporte),
		transferTo(` "${id}" `, `${suporte}\n`),
		{ say: 'Transferi.' },
	]);
	expect(await ask(WORKFLOW)).toEqual({ output: 'Transferi.' });

	const [byName, bySession, corrected] = toldTo();
	expect(byName).toEqual([
		{
			error:
				"'Department' is not an ID; an ID looks like 3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10. Its value is now \"Suporte\". IDs come from 'Department: Get Many'.",
		},
	]);
	expect(bySession).toEqual([
		{
			error: expect.stringMatching(
				/^WTS Chat does not find what this item names\. Check 'Session' \(00000000-0000-4000-8000-00000000dead, which comes from 'Session: Get Many'\)/,
			),
		},
	]);
	expect(corrected).toEqual([expect.objectContaining({ id, departmentId: suporte })]);
	expect(sessionAt(1)).toMatchObject({ departmentId: suporte, userId: null });
});

/** Waits until the workflow waits for somebody, who then answers; gives what the agent says at the end. */
async function answeredBy(id: string, phone: string, text: string): Promise<unknown> {
	const waits = async () => (await stage().api.executions(id))[0]?.status === 'waiting';
	await until('the execution waits', waits, 100);
	stage().sandbox.writeAsContact(phone, { text });
	const [said] = await collector.arrived(1);
	collector.items.length = 0;
	return said;
}

const askContact = tool('Ask Contact', {
	resource: 'message',
	operation: 'sendAndWait',
	sendTo: 'contact',
	to: "={{ $fromAI('phone', 'Phone number of the contact', 'string') }}",
	message: "={{ $fromAI('question', 'What to ask', 'string') }}",
	responseType: 'approval',
});

test('an agent can ask the contact, and goes on with the reply', async () => {
	const id = 'e2eAgentAsks';
	const { api } = stage();
	await api.createWorkflow(agentWorkflow(id, model, [askContact], { after: collector.node }));
	await api.activate(id);
	const args = { phone: `+${CONTACT}`, question: 'Podemos encerrar?' };
	model.script([{ call: { tool: 'Ask_Contact', args } }, { say: 'Pode encerrar.' }]);
	await ask(id);
	expect(await answeredBy(id, CONTACT, 'sim, obrigada')).toEqual({ output: 'Pode encerrar.' });
	expect(toldTo()).toEqual([
		[expect.objectContaining({ replied: true, text: 'sim, obrigada', approved: true })],
	]);
});

test('MCP Server Trigger offers the same tools, and what waits for a reply says where it belongs', async () => {
	const id = 'e2eMcpServer';
	const tools = [listDepartments, transfer, { ...askContact, name: 'Ask' }];
	await stage().api.createWorkflow(mcpWorkflow(id, tools));
	await stage().api.activate(id);
	const client = await McpClient.connect(`${stage().n8n.url}/mcp/${id}`);

	const offered = new Map((await client.tools()).map((offer) => [offer.name, offer]));
	expect([...offered].map(([name, { description }]) => [name, description]).sort()).toEqual([
		['Ask', 'Send a message and wait for the reply in WTS Chat'],
		['List_Departments', 'Get many departments in WTS Chat'],
		['Transfer', 'Transfer a session in WTS Chat'],
	]);
	expect(offered.get('Transfer')?.inputSchema).toMatchObject({
		properties: { department_id: { type: 'string', description: 'ID from List Departments' } },
		required: ['session_id', 'department_id'],
	});

	const session = sessionAt(4);
	const { id: department_id } = account().departments.find(
		(department) => department.id !== session.departmentId,
	)!;
	const told = await client.call('Transfer', { session_id: session.id, department_id });
	expect(told).toContain(session.id);
	expect(session.departmentId).toBe(department_id);

	const refused = await client.call('Ask', { phone: `+${CONTACT}`, question: 'Tudo certo?' });
	expect(refused).toContain("'Send and Wait for Reply' cannot be a tool of MCP Server Trigger");
	expect(refused).toContain("Use 'Send in Session' there");
});

describe('a person decides over WhatsApp what an agent may do', () => {
	const id = 'e2eAgentApproval';

	beforeAll(async () => {
		const asking = approval('Ask Supervisor', {
			resource: 'message',
			operation: 'sendAndWait',
			sendTo: 'contact',
			to: `+${SUPERVISOR}`,
			responseType: 'approval',
			message: '=Posso usar {{ $tool.name }}?',
		});
		const { api } = stage();
		const after = collector.node;
		await api.createWorkflow(agentWorkflow(id, model, [transfer], { asking, after }));
		await api.activate(id);
	});

	test.each([
		['Sim', true],
		['Não', false],
	])('"%s"', async (reply, transferred) => {
		const session = sessionAt(transferred ? 2 : 3);
		const before = session.departmentId;
		const other = account().departments.find((department) => department.id !== before)!;
		const toolParameters = { session_id: session.id, department_id: other.id, user_id: '' };
		model.script([
			{ call: { tool: 'Transfer', args: { toolParameters, hitlParameters: {} } } },
			{ say: 'Pronto.' },
		]);
		await ask(id);
		expect(await answeredBy(id, SUPERVISOR, reply)).toEqual({ output: 'Pronto.' });
		expect(session.departmentId).toBe(transferred ? other.id : before);
		expect(toldTo()).toEqual([
			transferred
				? [expect.objectContaining({ id: session.id, departmentId: other.id })]
				: [{ output: expect.stringMatching(/^User rejected the tool call to Transfer/) }],
		]);
	});
});

test('an agent remembers the conversation, with what a person wrote, and reads it once for each turn', async () => {
	const id = 'e2eAgentRemembers';
	const { sandbox, api } = stage();
	const { sessionId: session } = sandbox.writeAsContact(REGULAR, { text: 'Quanto custa?' });
	sandbox.writeAsUser(session, account().agents[0]!.userId, 'Dez reais.');
	sandbox.writeAsContact(REGULAR, { text: 'E dois?' });
	const remembered = memory(session);
	await api.createWorkflow(
		agentWorkflow(id, model, [listDepartments, sendMessage], { memory: remembered }),
	);
	await api.activate(id);
	const before = [
		{ role: 'user', text: 'Quanto custa?' },
		{ role: 'assistant', text: '[Team] Dez reais.' },
	];
	/** What the model was asked in each of its requests, but for what n8n tells it to be. */
	const asked = () =>
		model.requests.map(({ spoken }) => spoken.filter(({ role }) => /user|assistant/.test(role)));
	const historiesRead = () =>
		sandbox.requests.filter(
			({ method, path, query }) =>
				`${method} ${path}` === 'GET /chat/v1/message' &&
				(query as IDataObject).SessionId === session,
		);

	model.script([
		{ call: { tool: 'Send_Message', args: { session_id: session, text: 'Vinte reais.' } } },
		{ say: 'Respondido.' },
	]);
	await ask(id, 'E dois?');
	const first = [...before, { role: 'user', text: 'E dois?' }];
	expect(asked()).toEqual([first, first]);
	expect(historiesRead()).toHaveLength(1);

	sandbox.writeAsContact(REGULAR, { text: 'Fechado!' });
	model.script([{ say: 'Obrigado.' }]);
	await ask(id, 'Fechado!');
	const second = [...first, { role: 'assistant', text: 'Vinte reais.' }];
	expect(asked()).toEqual([[...second, { role: 'user', text: 'Fechado!' }]]);
	expect(historiesRead()).toHaveLength(2);
});

test('the agent and its tools on the canvas', async () => {
	const id = 'e2eAgentOnCanvas';
	const start = {
		name: 'When a Contact Writes',
		type: 'n8n-nodes-wts-chat.wtsChatTrigger',
		typeVersion: 1,
		parameters: { events: ['MESSAGE_RECEIVED'] },
		credentials: sandboxCredential.reference,
	};
	const tools = [listDepartments, sendMessage, transfer, complete];
	await stage().api.createWorkflow(agentWorkflow(id, model, tools, { start }));
	await editor().openWorkflow(id);
	await editor().page.getByTestId('canvas-node').filter({ hasText: 'Complete' }).waitFor();
	await editor().picture('ai-agent');
	expect(takeComplaints()).toEqual([]);
});
