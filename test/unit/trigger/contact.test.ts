import type { IDataObject, IExecuteFunctions, IHttpRequestOptions, INode } from 'n8n-workflow';
import { sessionNamingContact } from '../../../nodes/WtsChat/trigger/contact';
import { chosen, event, reading, type Form } from './chosen';
import { accountWith, useClock } from './executions';

useClock();

const SESSION = { id: 's', contactId: 'c', contactDetails: { name: 'Júlia' } };
const PATH = '/chat/v2/session/s';
const DEPARTMENT = '3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10';

interface Told {
	eventType?: string;
	content?: IDataObject;
	simplify?: boolean;
	/** What the API answers to whoever asks for the session. */
	answer?: unknown;
	/** What a reader gives that others have read with. */
	given?: unknown;
}

/** The session that a message is told with, from where it was read, and how long that took. */
async function sessionOf(form: Form, told: Told = {}) {
	const { eventType = 'MESSAGE_RECEIVED', content = { id: 'm', sessionId: 's' } } = told;
	const { answer = SESSION, given = SESSION, simplify } = told;
	const { ask, paths, getCredentials } = accountWith({ [PATH]: answer });
	const { read, requests } = reading(() => {
		if (given instanceof Error) throw given;
		return given;
	});
	const context = {
		getNode: () => ({ name: 'Trigger', type: 'wtsChatTrigger' }) as INode,
		getExecutionCancelSignal: () => undefined,
		getCredentials,
		helpers: { httpRequestWithAuthentication: ask },
	} as unknown as IExecuteFunctions;
	const values = { ...chosen(form), simplify };
	const reads = sessionNamingContact(context, read, event(eventType, content), values);
	return { reads, requests, paths };
}

/** How a session is read: for its contact alone, with what is read anyway, or not at all. */
type Way = 'alone' | 'anyway' | 'no';

test.each<[string, Way, Form, Told]>([
	['a message that comes in', 'alone', {}, {}],
	['one that is to be simple', 'alone', {}, { simplify: true }],
	['the raw event', 'no', {}, { simplify: false }],
	['one whose contact is not to be read', 'no', { options: { readContact: false } }, {}],
	['one that is sent', 'no', {}, { eventType: 'MESSAGE_SENT' }],
	['one that is updated', 'no', {}, { eventType: 'MESSAGE_UPDATED' }],
	[
		'one that is sent, where that is wished',
		'alone',
		{ options: { readContact: true } },
		{ eventType: 'MESSAGE_SENT' },
	],
	['one that does not tell its conversation', 'no', {}, { content: { id: 'm', sessionId: '' } }],
	['another event', 'no', { options: { readContact: true } }, { eventType: 'SESSION_NEW' }],
	[
		'one that a filter of sessions looks at',
		'anyway',
		{ filters: { departmentIds: DEPARTMENT } },
		{},
	],
	[
		'one that is looked at for the first',
		'anyway',
		{ filters: { firstConversation: 'first' } },
		{},
	],
	[
		'one that a filter looks at, though its contact is not to be read',
		'anyway',
		{ filters: { firstConversation: 'first' }, options: { readContact: false } },
		{},
	],
	[
		'one that is sent, where a filter looks at it',
		'anyway',
		{ filters: { firstConversation: 'first' } },
		{ eventType: 'MESSAGE_SENT' },
	],
	[
		'one of a conversation that a person may answer',
		'anyway',
		{ options: { personAnswers: ['metadata'], readContact: false } },
		{},
	],
	[
		'one that is sent, of which nobody asks whether a person answers',
		'no',
		{ options: { personAnswers: ['metadata'] } },
		{ eventType: 'MESSAGE_SENT' },
	],
	['one of a conversation without a user', 'anyway', { filters: { onlyUnassigned: true } }, {}],
	[
		'one where it counts what a person wrote',
		'alone',
		{ options: { personAnswers: ['wrote'] } },
		{},
	],
])('the session of %s is read %s', async (_, way, form, told) => {
	const { reads, requests, paths } = await sessionOf(form, told);
	expect(await reads).toEqual(way === 'no' ? {} : { session: SESSION });
	expect(paths()).toEqual(way === 'alone' ? [PATH] : []);
	expect(requests.map(({ path }) => path)).toEqual(way === 'anyway' ? [PATH] : []);
});

test('a contact that cannot be read is no reason to lose the message, which says why', async () => {
	const { reads } = await sessionOf({}, { answer: 401 });
	expect(await reads).toEqual({
		session: null,
		contactError: 'WTS Chat did not accept the API key',
	});
	const given = new Error('It is refused');
	const anyway = await sessionOf({ filters: { onlyUnassigned: true } }, { given });
	expect(await anyway.reads).toEqual({ session: null, contactError: 'It is refused' });
});

test('a message waits ten seconds for its contact, and goes on without', async () => {
	const answer = async ({ abortSignal }: IHttpRequestOptions) =>
		await new Promise((_, reject) => {
			abortSignal?.addEventListener?.('abort', () => reject(new Error('aborted')));
		});
	const { reads } = await sessionOf({}, { answer });
	let came: unknown;
	void reads.then((session) => (came = session));
	await jest.advanceTimersByTimeAsync(9_999);
	expect(came).toBeUndefined();
	await jest.advanceTimersByTimeAsync(1);
	expect(came).toEqual({
		session: null,
		contactError: 'WTS Chat did not say in time whose message it is.',
	});
});
