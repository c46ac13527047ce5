import type { IDataObject } from 'n8n-workflow';
import type { EventName } from '../../../playground/sandbox';
import { sessionAt, useSandbox } from '../../support/account';
import { scriptedApi } from '../../support/scriptedApi';
import { useTriggers, type TriggerStage } from '../../support/trigger';

const sandbox = useSandbox();
const trigger = useTriggers();

describe('whose message it is', () => {
	const departments = () => sandbox().account.departments.map(({ id }) => id);
	const phone = '+5511900000001';
	const julia = () => {
		const { id, name } = sandbox().account.contacts.find(
			({ phoneNumber }) => phoneNumber === '+55|11900000001',
		)!;
		return { contactName: name, phone, contactId: id };
	};
	const SESSION = [/\/session\/[^/]+$/];
	const DETAILS = [/\/message\/[^/]+$/, ...SESSION];

	/** A trigger that takes the events with these choices, in an office that is open. */
	async function taking(event: EventName, { options, ...parameters }: IDataObject) {
		sandbox().account.officeHours.limitHours = false;
		const stage = await trigger({
			parameters: {
				events: [event],
				...parameters,
				options: { passOverReplies: false, ignoreApiMessages: false, ...(options as IDataObject) },
			},
			account: sandbox(),
		});
		await stage.activate();
		return stage;
	}

	/** What comes out of the first message that was written, and what was read for it. */
	async function outcomeOf(stage: TriggerStage, write: () => void) {
		const before = sandbox().requests.length;
		write();
		await sandbox().events.settled();
		const paths = sandbox()
			.requests.slice(before)
			.map(({ path }) => path);
		return { json: stage.executions[0]?.json, paths };
	}

	const writeAsContact = () => {
		sandbox().writeAsContact('5511900000001', { text: 'Oi' });
	};

	test.each<[string, () => IDataObject, RegExp[], boolean]>([
		['is read, once', () => ({}), SESSION, true],
		['is read where the option says so', () => ({ options: { readContact: true } }), SESSION, true],
		[
			'is told by its number alone where it is not to be read',
			() => ({ options: { readContact: false } }),
			[],
			false,
		],
		[
			'costs no request where another filter needs one',
			() => ({ filters: { officeHours: 'inside' }, options: { readContact: false } }),
			[/officehours$/],
			false,
		],
		[
			'is told where a filter reads the session anyway',
			() => ({ filters: { departmentIds: departments() }, options: { readContact: false } }),
			SESSION,
			true,
		],
		[
			'is told where it was looked whether a person answers',
			() => ({ options: { personAnswers: ['metadata'], readContact: false } }),
			SESSION,
			true,
		],
		[
			'costs one request with all of them',
			() => ({
				filters: { departmentIds: departments() },
				options: { personAnswers: ['metadata'] },
			}),
			SESSION,
			true,
		],
		[
			'is told with the details',
			() => ({ options: { includeDetails: true, readContact: false } }),
			DETAILS,
			true,
		],
	])('%s', async (_, choices, reads, isNamed) => {
		const stage = await taking('MESSAGE_RECEIVED', choices());
		const { json, paths } = await outcomeOf(stage, writeAsContact);
		expect(paths).toHaveLength(reads.length);
		for (const read of reads) expect(paths.some((path) => read.test(path))).toBe(true);
		expect(json).toMatchObject({ text: 'Oi', from: 'contact', ...(isNamed ? julia() : { phone }) });
		if (!isNamed) expect(Object.keys(json ?? {})).not.toContain('contactName');
	});

	test('is not read for the raw event', async () => {
		const stage = await taking('MESSAGE_RECEIVED', { simplify: false });
		const { json, paths } = await outcomeOf(stage, writeAsContact);
		expect(paths).toEqual([]);
		expect(Object.keys(json ?? {})).toEqual(['eventType', 'date', 'content', 'changeMetadata']);
	});

	test.each<[string, IDataObject, number]>([
		['is not read for messages that are sent, of which there are many', {}, 0],
		['is read for messages that are sent where the option says so', { readContact: true }, 1],
	])('%s', async (_, options, count) => {
		const stage = await taking('MESSAGE_SENT', { options });
		const session = sessionAt(sandbox(), 0);
		const { userId } = sandbox().account.agents[0]!;
		const { json, paths } = await outcomeOf(
			stage,
			() => void sandbox().writeAsUser(session.id, userId!, 'Olá'),
		);
		expect(paths).toHaveLength(count);
		expect(json?.contactId).toBe(count ? session.contactId : undefined);
	});

	test.each<[string, IDataObject, string]>([
		['by itself', {}, 'contactError'],
		['for a filter', { filters: { firstConversation: 'first' } }, 'contactError'],
		['with the details', { options: { includeDetails: true } }, 'recordError'],
	])(
		'is null where it cannot be read %s, and the message starts all the same',
		async (_, choices, problem) => {
			const stage = await taking('MESSAGE_RECEIVED', choices);
			sandbox().faults.rules = [{ fault: '500 with a key', rate: 1, on: /GET .*session/ }];
			const { json } = await outcomeOf(stage, writeAsContact);
			expect(json).toMatchObject({ text: 'Oi', contactName: null, contactId: null, phone });
			expect(json?.[problem]).toEqual(expect.stringContaining('WTS Chat'));
		},
	);

	test('is null where the answer is no session', async () => {
		const api = await scriptedApi({ json: {} });
		const stage = await trigger({
			parameters: { events: ['MESSAGE_RECEIVED'], options: { passOverReplies: false } },
			account: { url: api.url, apiKey: 'k' },
		});
		const body = { eventType: 'MESSAGE_RECEIVED', content: { id: 'm2', sessionId: 's1' } };
		await stage.execute([{ json: { body } }], 'webhook');
		expect(stage.executions).toMatchObject([
			{ json: { contactName: null, contactError: 'WTS Chat gave no answer that can be read' } },
		]);
	});

	test('is null where WTS Chat does not say it in time, so that the message waits no longer', async () => {
		const stage = await taking('MESSAGE_RECEIVED', {});
		sandbox().faults.rules = [{ fault: 'hang before', rate: 1, on: /GET .*session/ }];
		const { timeout } = AbortSignal;
		const hurried = jest
			.spyOn(AbortSignal, 'timeout')
			.mockImplementation((ms) => timeout.call(AbortSignal, ms / 100));
		const content = { id: 'm1', sessionId: sessionAt(sandbox(), 0).id, text: 'Oi' };
		const body = { eventType: 'MESSAGE_RECEIVED', content };
		await stage.execute([{ json: { body } }], 'webhook');
		hurried.mockRestore();
		expect(stage.executions).toMatchObject([
			{
				json: {
					text: 'Oi',
					contactName: null,
					contactId: null,
					contactError: 'WTS Chat did not say in time whose message it is.',
				},
			},
		]);
	});
});
