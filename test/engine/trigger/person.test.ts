import type { IDataObject } from 'n8n-workflow';
import { useSandbox } from '../../support/account';
import { publisherOn, TriggerStage, useTriggers } from '../../support/trigger';

const sandbox = useSandbox();
useTriggers();
const publish = publisherOn(TriggerStage.start, sandbox);

const PHONE = '5511900000001';
const SIGNS = { personAnswers: ['assigned', 'wrote', 'metadata'] };

/** The contact writes, in a conversation that is like that. */
async function written(session: IDataObject, options: IDataObject = SIGNS, filters = {}) {
	const { sessionId } = sandbox().writeAsContact(PHONE, { text: 'Oi' });
	const kept = sandbox().account.sessions.find(({ id }) => id === sessionId);
	Object.assign(kept!, session);
	const stage = await publish({ options, filters });
	sandbox().writeAsContact(PHONE, { text: 'Tem alguém?' });
	await sandbox().events.settled();
	return stage;
}

const nobody = { userId: null, metadata: {} };
const somebody = () => ({ userId: sandbox().account.agents[0]!.userId });

test.each<[string, () => IDataObject, IDataObject, IDataObject, number]>([
	['nobody', () => nobody, SIGNS, {}, 1],
	['a user', somebody, SIGNS, {}, 0],
	['a user, and only unassigned ones are wanted', somebody, {}, { onlyUnassigned: true }, 0],
	['a user, and nobody minds', somebody, {}, {}, 1],
	['a person by its metadata', () => ({ ...nobody, metadata: { person: true } }), SIGNS, {}, 0],
])('a conversation with %s', async (_name, session, options, filters, count) => {
	const { executions } = await written(session(), options, filters);
	expect(executions).toHaveLength(count);
});

test('where it cannot be read, the execution fails, and says that nothing was said', async () => {
	const stage = await publish({ options: { ...SIGNS, includeDetails: false } });
	sandbox().faults.rules = [{ fault: '500 with a key', rate: 1, on: /GET .*session/ }];
	const message = { id: 'm', sessionId: sandbox().account.sessions[0]!.id };
	const body = { eventType: 'MESSAGE_RECEIVED', content: message };
	await expect(stage.execute([{ json: { body } }], 'webhook')).rejects.toThrow(
		'Whether a person answers the contact could not be read.',
	);
	expect(stage.executions).toEqual([]);
});
