import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { itemError } from '../execution/itemError';
import { outputItems, type Outcome } from '../execution/output';
import { requestOptionsOf } from '../execution/requestOptions';
import { parametersOf } from '../execution/tasks';
import { waitLimitFrom } from '../fields/waitLimit';
import { sendAndWait } from '../resources/message/sendAndWait';
import { connect, type Api } from '../transport/api';
import { DeliveryError } from '../transport/errors';
import { later } from '../transport/pause';
import { answerTo, asEvent } from './answers';
import { areListenersWanted, hasBegun, hasEnded } from './caretaker';
import { canCall, forward } from './forward';
import { toQuery, type Question } from './question';
import { replyItem } from './replyItem';
import { subscribeWait } from './waits';

const MOST_URL = 500;
const SOME_ID = '00000000-0000-4000-8000-000000000000';
/** When n8n has surely stored the execution as waiting. */
const STORED_MS = 5_000;

/** Whether the node is to ask and wait, which is another way to run than that of all other operations. */
export function isAsking(context: IExecuteFunctions): boolean {
	return (
		context.getNodeParameter('resource', 0) === 'message' &&
		context.getNodeParameter('operation', 0) === sendAndWait.value
	);
}

/**
 * Sends the question and puts the execution to wait. It goes on with the reply, which comes to the
 * address of the execution, or with the items that the node leaves for n8n when the time is over.
 */
export async function askAndWait(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = [...context.getInputData().keys()];
	try {
		const outcome = await ask(context);
		if (outcome === 'waiting') return [context.getInputData()];
		return [outputItems(context, sendAndWait, 0, outcome)];
	} catch (error) {
		if (!context.continueOnFail()) throw itemError(context, error, 0);
		const outcomeOf = (item: number) => ({ error: itemError(context, error, item) });
		return [items.flatMap((item) => outputItems(context, sendAndWait, item, outcomeOf(item)))];
	}
}

async function ask(context: IExecuteFunctions): Promise<Outcome | 'waiting'> {
	requireOneItem(context);
	const { parameters } = parametersOf(context, sendAndWait, 0);
	const until = Date.now() + waitLimitFrom(parameters);
	const send = sendAndWait.prepare(parameters);
	// the longest that the address of the reply can become
	requireFittingAddress(context, { sessionId: SOME_ID, askedAt: until, until, alone: true });

	const api = await connect(context, requestOptionsOf(context));
	const sent = (await send(api)) as IDataObject;
	const early = await beginToWait(context, api, sent, until).catch((error: Error) =>
		refuseToWait(error, sent),
	);
	if (early) return { records: [replyItem(early, parameters)] };

	leaveForTimeout(context, { replied: false, sessionId: sent.sessionId, messageId: sent.id });
	await context.putExecutionToWait(new Date(until));
	return 'waiting';
}

/** n8n waits once for the whole execution, whatever the number of items; and an agent that runs its tools itself cannot wait. */
function requireOneItem(context: IExecuteFunctions): void {
	if (context.isToolExecution?.()) {
		throw new NodeOperationError(
			context.getNode(),
			"'Send and Wait for Reply' cannot be a tool of MCP Server Trigger, nor of an AI agent that works inside another one or whose version is below 3. Use it as a step of the workflow.",
		);
	}
	const count = context.getInputData().length;
	if (count === 1) return;
	throw new NodeOperationError(
		context.getNode(),
		`'Send and Wait for Reply' takes one item at a time, and got ${count}`,
		{
			description:
				"Put 'Loop Over Items' before this node to ask one after the other, or call a sub-workflow for each item to ask all at once. Nothing was sent.",
		},
	);
}

function requireFittingAddress(context: IExecuteFunctions, question: Question): void {
	const { length } = context.getSignedResumeUrl(toQuery(question));
	if (length <= MOST_URL) return;
	throw new NodeOperationError(
		context.getNode(),
		`The address for the reply would be longer than the ${MOST_URL} characters that WTS Chat takes`,
		{ description: 'Shorten the webhook address of this n8n (WEBHOOK_URL). Nothing was sent.' },
	);
}

/** Begins to listen for the reply; gives it when it has come already. */
async function beginToWait(
	context: IExecuteFunctions,
	api: Api,
	{ sessionId, createdAt }: IDataObject,
	until: number,
): Promise<IDataObject | undefined> {
	const question: Question = {
		sessionId: String(sessionId),
		askedAt: Date.parse(String(createdAt)),
		until,
		alone: false,
	};
	question.alone = !(await canCall(context, context.getSignedResumeUrl(toQuery(question))));
	const url = context.getSignedResumeUrl(toQuery(question));
	const wait = await subscribeWait(api, url, question, question.alone || areListenersWanted(api));
	hasBegun(context, api, wait);
	const early = await answerTo(api, question);
	if (early) hasEnded(context, api, wait.signature);
	else if (wait.listens) void catchUp(context, api, question, url);
	return early;
}

/** n8n refuses what comes before it has stored the execution, so that is brought once more. */
async function catchUp(
	context: IExecuteFunctions,
	api: Api,
	question: Question,
	url: string,
): Promise<void> {
	await later(STORED_MS);
	const answer = await answerTo(api, question).catch(() => undefined);
	if (answer) await forward(context, url, asEvent(answer));
}

function refuseToWait(cause: Error, { id, sessionId }: IDataObject): never {
	throw new DeliveryError(
		'The message was sent, but the reply cannot be waited for',
		`Do not send it again before you have looked at it in WTS Chat. ${cause.message}.`,
		{ id, sessionId },
	);
}

/**
 * What n8n passes on when the time is over: it does not run the node again, but gives out the items
 * that it came with, so they are replaced. They are this run's own copies.
 */
function leaveForTimeout(context: IExecuteFunctions, json: IDataObject): void {
	const items = context.getInputData();
	items.splice(0, items.length, { json, pairedItem: { item: 0 } });
}
