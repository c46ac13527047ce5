import type {
	IDataObject,
	INodeExecutionData,
	IWebhookDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { acknowledgedBy } from '../events/acknowledged';
import { deliveryIn, refused, type Delivery } from '../events/delivery';
import { isFileWanted, withFile } from '../events/file';
import { notAnEvent } from '../events/sentences';
import { connect, type Api } from '../transport/api';
import { logWarning } from '../transport/logWarning';
import { later } from '../transport/pause';
import { Turns } from '../transport/turns';
import { replyThatCounts } from './askAgain';
import { expectedBy } from './expected';
import { OWN_CALL, PING, TIME_OVER } from './forward';
import { isReply, questionIn, type Question } from './question';
import { noReply, replyItem } from './replyItem';
import { withRatingSaved } from './saveRating';
import * as sentences from './sentences';
import type { Sweep } from './sweep';
import { sweepOf } from './sweeps';

/** The work about each question, by the signature of its address: one message may change what the next one means. */
const turns = new Turns();

/** How long WTS Chat waits for its answer while the API is asked who else waits. */
const LOOK_MS = 3_000;

/**
 * Where replies come to an execution that waits. n8n finds the execution by the address, and lets only
 * addresses through that it has signed itself.
 */
export const replyWebhooks: IWebhookDescription[] = [
	{
		name: 'default',
		httpMethod: 'POST',
		responseMode: 'onReceived',
		path: '={{ $nodeId }}',
		restartWebhook: true,
		isFullPath: true,
	},
];

/** A request to the address of a question. */
interface Request {
	context: IWebhookFunctions;
	question: Question;
	/** Of its address. */
	signature: string;
	delivery: Delivery;
	/** Does `work` with who looks after those that wait; undefined where that fails. */
	withSweep<Result>(work: (sweep: Sweep, api: Api) => Promise<Result>): Promise<Result | undefined>;
}

/**
 * Takes a request to the address of a question. From WTS Chat comes any message of the account: the
 * reply resumes the execution, others go to the executions that wait for them. This package itself
 * brings what is for this question alone.
 */
export async function receiveReply(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const query = new URLSearchParams(this.getQueryData() as Record<string, string>);
	const delivery = deliveryIn(this.getBodyData());
	const question = questionIn(query);
	if (!delivery || !question) return refused(this, 400, notAnEvent);
	const signature = query.get('signature') ?? '';
	const request = { context: this, question, signature, delivery, withSweep: sweeping(this) };
	const isOwnCall = this.getHeaderData()[OWN_CALL] !== undefined;
	return isOwnCall ? await answerOwnCall(request) : await answerDelivery(request);
}

/** What this package brings; the answer tells it whether the question waits. */
async function answerOwnCall(request: Request): Promise<IWebhookResponseData> {
	const { context, question, delivery } = request;
	if (!waitsNow(context, question)) return refused(context, 410, sentences.waitsNoMore);
	switch (delivery.eventType) {
		case PING.eventType:
			return { webhookResponse: { waits: true } };
		case TIME_OVER.eventType:
			if (question.until > Date.now()) return refused(context, 400, sentences.timeNotOver);
			return { workflowData: [[{ json: noReply(question), pairedItem: { item: 0 } }]] };
		default:
			return await given(request);
	}
}

/** What WTS Chat delivers; the answer never makes it repeat what is for somebody else. */
async function answerDelivery(request: Request): Promise<IWebhookResponseData> {
	const { context, question, signature, delivery, withSweep } = request;
	const isOpen = waitsNow(context, question);
	if (isOpen && isReply(delivery, question) && (await isForThis(request))) {
		return await given(request);
	}
	context.getResponseObject().status(200).json({ message: 'Event received' });
	await withSweep(async (sweep, api) => {
		if (!isOpen) sweep.foundOver({ context, api }, signature);
		if (delivery.eventType === 'MESSAGE_RECEIVED') sweep.hear({ context, api }, delivery);
	});
	return { noWebhookResponse: true };
}

/**
 * Whether the question is the one that its execution waits with. The node leaves the question's message
 * for the time that nobody answers, and n8n shows it here; the address of an earlier question of the node
 * stays valid for n8n.
 */
function waitsNow(context: IWebhookFunctions, { messageId }: Question): boolean {
	return !messageId || context.evaluateExpression('{{ $json.messageId }}') === messageId;
}

/** Whether no newer question of the conversation waits for the message. */
async function isForThis(request: Request): Promise<boolean> {
	const { context, question, signature, delivery, withSweep } = request;
	const answer = await withSweep(async (sweep, api) => {
		if (!sweep.list.claim(delivery, signature)) return false;
		// another process of n8n may have asked meanwhile
		await Promise.race([sweep.listed({ context, api }), later(LOOK_MS)]);
		const isFor = sweep.list.isFor(delivery, question, signature);
		if (!isFor) sweep.list.release(delivery, signature);
		return isFor;
	});
	return answer ?? true;
}

/** The message is for this question: the execution goes on, unless the contact is asked again. */
async function given(request: Request): Promise<IWebhookResponseData> {
	const { context, question, signature, delivery, withSweep } = request;
	const expects = expectedBy(context);
	let reply: IDataObject | undefined = delivery.content;
	await withSweep(async (sweep, api) => {
		reply = await turns.take(
			signature,
			async () => await replyThatCounts(api, question, expects, delivery.content),
		);
		if (reply) return;
		sweep.list.take(delivery);
		sweep.list.release(delivery, signature);
	});
	if (!reply) return { webhookResponse: { askedAgain: true } };
	const json = replyItem(reply, expects.response);
	const saved = await withSweep(async (_, api) => await withRatingSaved(api, json, expects));
	let item: INodeExecutionData = { json: saved ?? json, pairedItem: { item: 0 } };
	if (isFileWanted(expects, reply)) item = await withFile(context, item, reply, expects);
	// it may be another message of the conversation than the one that has come
	const answer = { ...delivery, content: { ...reply, sessionId: question.sessionId } };
	void noteEnd(request, answer, expects.askAgain !== undefined);
	return { workflowData: [[item]] };
}

/** The question waits no more, as soon as n8n has the reply; where nobody is told so, n8n takes it all the same. */
async function noteEnd(request: Request, answer: Delivery, asksAgain: boolean): Promise<void> {
	const { context, question, signature, delivery, withSweep } = request;
	const isTaken = await acknowledgedBy(context.getResponseObject(), true);
	await withSweep(async (sweep, api) => {
		sweep.list.release(delivery, signature);
		if (!isTaken) return;
		await sweep.answered({ context, api }, answer, { question, signature, asksAgain });
	});
}

/** One door to the API for a request. The reply is here; that other subscriptions cannot be looked after is no reason to lose it. */
function sweeping(context: IWebhookFunctions): Request['withSweep'] {
	let opened: Promise<Api> | undefined;
	return async (work) => {
		try {
			opened ??= connect(context);
			const api = await opened;
			return await work(sweepOf(api), api);
		} catch (error) {
			logWarning(context, sentences.notLookedAfter((error as Error).message));
			return undefined;
		}
	};
}
