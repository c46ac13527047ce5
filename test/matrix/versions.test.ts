import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import { sandboxCredential } from '../../playground/credential';
import { n8n1, n8n2 } from '../../playground/n8nEnvironment';
import { departmentNamed } from '../../playground/sandbox';
import { chain, type Step } from '../../playground/workflows/workflow';
import { Collector } from '../e2e/support/collector';
import { endings } from '../e2e/support/endings';
import { Server } from '../e2e/support/stage';
import { until } from '../e2e/support/until';
import { startByRequest, webhookNode } from '../e2e/support/webhookStart';
import { sessionNow } from '../support/account';

const versions = [
	{ n8n: '2.41.1', nodeJs: 'v24', installation: n8n2 },
	{ n8n: '1.123.81', nodeJs: 'v22', installation: n8n1 },
];

const PACKAGE = 'n8n-nodes-wts-chat';
const NODE = `${PACKAGE}.wtsChat`;

describe.each(versions)('n8n $n8n on Node.js $nodeJs', ({ n8n, nodeJs, installation }) => {
	let server: Server;
	let collector: Collector;

	beforeAll(async () => {
		collector = await Collector.start();
		server = await Server.start({ installation });
	});

	afterAll(async () => {
		await server?.close();
		await collector?.close();
	});

	beforeEach(() => {
		collector.items.length = 0;
	});

	const account = () => server.sandbox.account;

	function financeiro() {
		const department = departmentNamed(account(), 'Financeiro');
		const members = account().agents.filter(({ departments }) =>
			departments.some(({ departmentId }) => departmentId === department.id),
		);
		return { departmentId: department.id, members };
	}

	/** Publishes a workflow that brings here what comes out, and gives its ID, which n8n 1 chooses itself. */
	async function publish(name: string, steps: Step[]): Promise<string> {
		const workflow = chain(name, name, 'Workflow of a test', [...steps, collector.node]);
		const { id } = await server.api.createWorkflow(workflow);
		await server.api.activate(id);
		return id;
	}

	/** Publishes a workflow in which a request of that path runs the node. */
	async function publishNode(path: string, parameters: IDataObject): Promise<string> {
		const work = { name: 'WTS Chat', type: NODE, typeVersion: 1, parameters };
		return await publish(path, [
			webhookNode(path),
			{ ...work, credentials: sandboxCredential.reference },
		]);
	}

	/** Runs the node once on the first session of the account, and gives that session afterwards. */
	async function changeSession(path: string, parameters: IDataObject) {
		const sessionId = account().sessions[0]?.id ?? '';
		await publishNode(path, {
			resource: 'session',
			sessionId: '={{ $json.body.sessionId }}',
			...parameters,
		});
		await startByRequest(server.n8n.url, path, { sessionId });
		await collector.arrived(1);
		return sessionNow(server.sandbox, sessionId);
	}

	/** What n8n says of an execution of the node that fails. */
	async function complaintOf(path: string, parameters: IDataObject): Promise<string> {
		const id = await publishNode(path, { resource: 'session', ...parameters });
		await startByRequest(server.n8n.url, path, {});
		expect(await endings(server.api, id)).toEqual(['error']);
		const [execution] = await server.api.executions(id);
		const { data } = await server.api.http.get(`/rest/executions/${execution?.id}`);
		return JSON.stringify(data);
	}

	/** The names in a dropdown, as the editor asks n8n for them. */
	async function entries(methodName: string, parameters: IDataObject): Promise<string[]> {
		const { data } = await server.api.http.post<{ data: INodePropertyOptions[] }>(
			'/rest/dynamic-node-parameters/options',
			{
				path: 'parameters.userId',
				nodeTypeAndVersion: { name: NODE, version: 1 },
				methodName,
				currentNodeParameters: { resource: 'session', operation: 'transfer', ...parameters },
				credentials: sandboxCredential.reference,
			},
		);
		return data.data.map(({ name }) => name);
	}

	test('is what it says it is', () => {
		const { node, program } = installation;
		const versionOf = (...args: string[]) =>
			execFileSync(node, [...args, '--version'], { encoding: 'utf8' }).trim();
		expect(versionOf().split('.')[0]).toBe(nodeJs);
		expect(versionOf(program).split('\n').at(-1)).toBe(n8n);
	});

	test('loads the nodes and the credential from the installed tarball', async () => {
		const nodes = await server.api.nodeTypes(PACKAGE);
		expect(nodes.map(({ name }) => name).sort()).toEqual([NODE, `${NODE}Memory`, `${NODE}Trigger`]);
		const { data } = await server.api.http.get<Array<{ name: string }>>('/types/credentials.json');
		expect(data.map(({ name }) => name)).toContain('wtsChatApi');
	});

	test('fills the lists of departments and users, and the users follow the department', async () => {
		expect(await entries('getDepartments', {})).toEqual(
			account()
				.departments.map(({ name }) => name)
				.sort(),
		);
		const { departmentId, members } = financeiro();
		const all = await entries('getUsers', {});
		const ofDepartment = await entries('getUsers', { departmentId });
		expect(all).toHaveLength(account().agents.length);
		expect(ofDepartment).toHaveLength(members.length);
		expect(ofDepartment.length).toBeLessThan(all.length);
		expect(all).toEqual(expect.arrayContaining(ofDepartment));
	});

	test('updates a session', async () => {
		const session = await changeSession('matrixUpdate', {
			operation: 'update',
			updateFields: { number: '2026-77', status: 'PENDING', endAt: '2026-09-15T16:41:56' },
		});
		// São Paulo is three hours behind
		expect(session).toMatchObject({ number: '2026-77', status: 'PENDING' });
		expect(Date.parse(String(session.endAt))).toBe(Date.parse('2026-09-15T19:41:56Z'));
		expect(collector.items).toEqual([
			expect.objectContaining({ id: session.id, number: '2026-77', status: 'PENDING' }),
		]);
	});

	test('transfers a session', async () => {
		const { departmentId, members } = financeiro();
		const userId = members[0]?.userId;
		const session = await changeSession('matrixTransfer', {
			operation: 'transfer',
			departmentId,
			userId,
		});
		expect(session).toMatchObject({ departmentId, userId });
		expect(collector.items).toEqual([
			expect.objectContaining({ id: session.id, departmentId, userId }),
		]);
	});

	test('says in plain words what is wrong', async () => {
		const sessionId = randomUUID();
		const { departmentId } = financeiro();
		const transfer = { operation: 'transfer', departmentId };
		expect(await complaintOf('matrixNoSession', { ...transfer, sessionId })).toContain(
			'WTS Chat does not find what this item names',
		);
		expect(await complaintOf('matrixNoId', { ...transfer, sessionId: '={{ "" }}' })).toContain(
			"'Session' is empty",
		);
	});

	test('subscribes a published trigger, starts the workflow with each event, and unsubscribes it', async () => {
		const name = 'matrixTrigger';
		const trigger = {
			name: 'WTS Chat Trigger',
			type: `${NODE}Trigger`,
			typeVersion: 1,
			parameters: { events: ['MESSAGE_RECEIVED'] },
			webhookId: randomUUID(),
			credentials: sandboxCredential.reference,
		};
		const ours = () =>
			account().subscriptions.filter((one) => one.name?.split(' · ')[0] === `n8n: ${name}`);
		const id = await publish(name, [trigger]);
		await until('the trigger is subscribed', () => ours().length === 1);
		server.sandbox.writeAsContact('5511900000001', { text: 'Bom dia' });
		expect(await collector.arrived(1)).toEqual([
			expect.objectContaining({ eventType: 'MESSAGE_RECEIVED', text: 'Bom dia' }),
		]);
		await server.sandbox.events.settled();
		expect(await endings(server.api, id)).toEqual(['success']);
		await server.api.deactivate(id);
		await until('the subscription is removed', () => ours().length === 0);
	});

	test('sends a question, waits, and goes on with the reply', async () => {
		const path = 'matrixReply';
		const phone = '5511977770001';
		const id = await publishNode(path, {
			resource: 'message',
			operation: 'sendAndWait',
			sendTo: 'contact',
			to: '={{ $json.body.phone }}',
			message: 'Podemos confirmar?',
			responseType: 'approval',
		});
		await startByRequest(server.n8n.url, path, { phone: `+${phone}` });
		const waits = async () =>
			(await server.api.executions(id)).some(({ status }) => status === 'waiting');
		await until('the execution waits', waits, 200);
		server.sandbox.writeAsContact(phone, { text: 'Sim' });
		expect(await collector.arrived(1)).toEqual([
			expect.objectContaining({ replied: true, approved: true, text: 'Sim' }),
		]);
		expect(await endings(server.api, id)).toEqual(['success']);
	});
});
