import type { IDataObject, WorkflowActivateMode } from 'n8n-workflow';
import { randomUUID } from 'node:crypto';
import { sessionAt, useSandbox } from '../../support/account';
import { useHeldClock } from '../../support/heldClock';
import { useTriggers, type TriggerScenario, type TriggerStage } from '../../support/trigger';
import { tidied } from '../../support/waiting';

const sandbox = useSandbox();
const trigger = useTriggers();
const clock = useHeldClock(60_000);

const MINUTE_MS = 60_000;

/** A published workflow, and an n8n that can be started and stopped. */
function workflowWith(parameters: IDataObject, more: Partial<TriggerScenario> = {}) {
	const id = randomUUID();
	const stages: TriggerStage[] = [];
	let close = async () => {};
	return {
		stages,
		async start(mode: WorkflowActivateMode = 'activate'): Promise<TriggerStage> {
			const stage = await trigger({
				parameters: { minutes: 30, ...parameters },
				account: sandbox(),
				workflow: { id, staticData: stages.at(-1)?.staticData ?? {} },
				webhookId: id,
				insteadOf: stages.at(-1),
				...more,
			});
			stages.push(stage);
			await stage.activate(mode);
			close = await stage.watch(mode);
			return stage;
		},
		stop: async () => await close(),
		get items(): IDataObject[] {
			return stages.flatMap(({ executions }) => executions.map(({ json }) => json));
		},
		get warnings(): string {
			return stages.flatMap(({ warnings }) => warnings).join('\n');
		},
	};
}

/** A person writes in the first conversation of the account, at this moment of the test's clock. */
function answer(): string {
	const session = sessionAt(sandbox(), 0);
	const message = sandbox().writeAsUser(
		session.id,
		session.userId ?? randomUUID(),
		'Posso ajudar?',
	);
	message.createdAt = new Date(Date.now()).toISOString();
	Object.assign(session, {
		lastInteractionDate: message.createdAt,
		lastMessageOut: message.createdAt,
	});
	return session.id;
}

const looks = () => sandbox().requests.filter(({ path }) => path === '/chat/v2/session').length;

/** Lets so many looks be done, one after another. */
async function look(times: number): Promise<void> {
	const before = looks();
	await clock.asMinutesPass(() => looks() >= before + times);
}

const SILENT = { events: ['CONTACT_SILENT'] };

test('a silence starts the workflow once, over a restart and a process that knows nothing of it', async () => {
	const workflow = workflowWith(SILENT);
	await workflow.start();
	const sessionId = answer();
	clock.pass(29 * MINUTE_MS);
	await clock.asMinutesPass(() => workflow.items.length > 0);
	expect(workflow.items).toMatchObject([
		{
			eventType: 'CONTACT_SILENT',
			id: sessionId,
			contactDetails: { name: expect.any(String) as string },
			silence: { message: { text: 'Posso ajudar?' } },
		},
	]);
	expect(workflow.items[0]).not.toHaveProperty('caughtUp');

	for (const mode of ['init', 'leadershipChange', 'update'] as const) {
		await workflow.stop();
		await workflow.start(mode);
		await look(2);
	}
	expect(workflow.items).toHaveLength(1);
	expect(sandbox().account.subscriptions.filter(({ url }) => url?.includes('127.0.0.1'))).toEqual(
		[],
	);
});

test('a silence goes on while n8n is away, and is forgotten when the workflow is unpublished', async () => {
	const workflow = workflowWith(SILENT);
	await workflow.start();
	const sessionId = answer();
	await workflow.stop();
	clock.pass(60 * MINUTE_MS);
	await workflow.start('init');
	await clock.asMinutesPass(() => workflow.items.length > 0);
	expect(workflow.items).toMatchObject([{ id: sessionId }]);

	answer();
	await workflow.stop();
	await workflow.stages.at(-1)!.deactivate();
	clock.pass(60 * MINUTE_MS);
	await workflow.start('activate');
	await look(2);
	expect(workflow.items).toHaveLength(1);
});

test('beside other events, those alone are subscribed to', async () => {
	const workflow = workflowWith({ events: ['MESSAGE_RECEIVED', 'CONTACT_UNANSWERED'] });
	await workflow.start();
	const ours = sandbox().account.subscriptions.filter(({ url }) => url?.includes('127.0.0.1'));
	expect(ours).toMatchObject([{ events: ['MESSAGE_RECEIVED'] }]);
});

test('an API that cannot be read is read again a minute later, and n8n says so', async () => {
	const workflow = workflowWith(SILENT);
	await workflow.start();
	answer();
	sandbox().faults.rules = [{ fault: '500 with a key', rate: 1, on: /session/ }];
	await clock.asMinutesPass(() => workflow.warnings !== '');
	expect(workflow.warnings).toMatch(
		/^'WTS Chat Trigger' could not look for silent contacts; n8n tries again in a minute\. \S/,
	);
	sandbox().faults.rules = [];
	clock.pass(29 * MINUTE_MS);
	await clock.asMinutesPass(() => workflow.items.length > 0);
	expect(workflow.items).toHaveLength(1);
});

describe('in the editor', () => {
	test('the newest silence comes at once', async () => {
		const sessionId = answer();
		const stage = await trigger({ parameters: SILENT, account: sandbox(), test: true });
		await stage.activate();
		await tidied(() => stage.executions.length > 0);
		expect(stage.executions).toMatchObject([
			{ json: { eventType: 'CONTACT_SILENT', id: sessionId } },
		]);
	});

	test('an account without one says so', async () => {
		const stage = await trigger({ parameters: SILENT, account: sandbox(), test: true });
		await expect(stage.activate()).rejects.toThrow('there is nothing to show');
	});
});
