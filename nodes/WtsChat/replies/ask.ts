import type { IDataObject, IExecuteFunctions, IRunExecutionData } from 'n8n-workflow';
import type { Asking, Expectation, Job } from '../operations/operation';
import { replyLost } from '../resources/sentences';
import { MAX_URL } from '../subscriptions/subscriptions';
import type { Api } from '../transport/api';
import { DeliveryError, sentence } from '../transport/errors';
import { nodeError } from '../transport/nodeError';
import { answersTo } from './answers';
import { replyThatCounts } from './askAgain';
import { keepExpected } from './expected';
import { tryAddress } from './forward';
import { GRACE_MS, LISTENERS } from './plan';
import { toQuery, type Question } from './question';
import { noReply, replyItem } from './replyItem';
import { withRatingSaved } from './saveRating';
import * as sentences from './sentences';
import { sweepOf } from './sweeps';
import { subscribeWait, waitAt } from './waits';
import { momentOf } from '../values/moments';

const SOME_ID = '00000000-0000-4000-8000-000000000000';

/**
 * Makes the job of an operation that asks: it sends the question and puts the execution to wait. What
 * comes out is the reply where it has come already. Otherwise the execution goes on with what comes to
 * the address of the question, or with the items that the node leaves for n8n.
 *
 * @throws NodeOperationError when n8n cannot wait here; nothing is sent then
 */
export function askAndWait(context: IExecuteFunctions, { send, waitMs, expects }: Asking): Job {
	requireOneItem(context);
	requireNoOtherCall(context);
	// the longest that the address of the reply can become
	const longest = { sessionId: SOME_ID, messageId: SOME_ID, askedAt: Date.now(), waitMs };
	const address = addressOf(context, { ...longest, until: Date.now() + waitMs, alone: true });
	requireFittingAddress(context, address);

	return async (api) => {
		const alone = !(await isCallable(context, address));
		const began = Date.now();
		const sent = await send(api);
		const question: Question = {
			sessionId: String(sent.sessionId),
			messageId: sent.id ? String(sent.id) : undefined,
			askedAt: momentOf(sent.createdAt) ?? began,
			waitMs,
			until: began + waitMs,
			alone,
		};
		const early = await beginToWait(context, api, question, expects).catch((error: Error) =>
			refuseToWait(error, sent),
		);
		if (early) return await withRatingSaved(api, replyItem(early, expects.response), expects);

		keepExpected(context, expects);
		const left = noReply(question);
		leaveForTimeout(context, left);
		await context.putExecutionToWait(new Date(question.until + (alone ? 0 : GRACE_MS)));
		return left;
	};
}

/** n8n waits once for the whole execution, whatever the number of items; and an agent that runs its tools itself cannot wait. */
function requireOneItem(context: IExecuteFunctions): void {
	if (context.isToolExecution?.()) {
		throw nodeError(context.getNode(), sentences.noToolThatWaits);
	}
	const count = context.getInputData().length;
	if (count === 1) return;
	throw nodeError(
		context.getNode(),
		sentences.oneAtATime(count),
		"Put 'Loop Over Items' before this node to ask one after the other, or call a sub-workflow for each item to ask all at once. Nothing was sent.",
	);
}

/**
 * n8n lets an execution wait once: of several runs of the node that it has planned already, as for an
 * agent that calls the tool twice in one step, it would take the input of the others for their replies.
 */
function requireNoOtherCall(context: IExecuteFunctions): void {
	const { runExecutionData } = context as { runExecutionData?: IRunExecutionData };
	const planned = runExecutionData?.executionData?.nodeExecutionStack ?? [];
	if (!planned.some(({ node }) => node.name === context.getNode().name)) return;
	throw nodeError(
		context.getNode(),
		sentences.askedAgain,
		"As a tool, call it again for this contact after the reply of the other one. In a workflow, bring the branches together before this node, and put 'Loop Over Items' between. Nothing was sent to this contact.",
	);
}

function addressOf(context: IExecuteFunctions, question: Question): string {
	return context.getSignedResumeUrl(toQuery(question));
}

function requireFittingAddress(context: IExecuteFunctions, address: string): void {
	if (address.length <= MAX_URL) return;
	throw nodeError(
		context.getNode(),
		sentences.addressTooLong(MAX_URL),
		'Shorten the webhook address of this n8n (WEBHOOK_URL). Nothing was sent.',
	);
}

/** Whether this n8n can call its own address; an address that leads elsewhere would wait for nothing. */
async function isCallable(context: IExecuteFunctions, address: string): Promise<boolean> {
	const answer = await tryAddress(context, address);
	if (answer === 'reached' || answer === 'unreached') return answer === 'reached';
	const { origin, pathname } = new URL(address);
	throw nodeError(
		context.getNode(),
		sentences.notCallable(answer),
		`n8n takes ${origin}${pathname} for its own address. Set WEBHOOK_URL, and N8N_PATH where n8n stands behind a path, to the address that leads to it. Nothing was sent.`,
	);
}

/** Begins to listen for the reply; gives it when it has come already. */
async function beginToWait(
	context: IExecuteFunctions,
	api: Api,
	question: Question,
	expects: Expectation,
): Promise<IDataObject | undefined> {
	const sweep = sweepOf(api);
	const wait = waitAt(addressOf(context, question), question);
	wait.listens = question.alone || !sweep.list.hasListeners(LISTENERS);
	await subscribeWait(api, wait);
	sweep.begin({ context, api }, wait);
	const early = (await answersTo(api, question)).find((answer) => !sweep.list.isUsed(answer));
	if (!early) return undefined;
	const reply = await replyThatCounts(api, question, expects, early.content);
	if (!reply) {
		sweep.list.take(early);
		return undefined;
	}
	const { signature } = wait;
	const asksAgain = expects.askAgain !== undefined;
	const answer = { ...early, content: reply };
	await sweep.answered({ context, api }, answer, { question, signature, asksAgain });
	return reply;
}

function refuseToWait(cause: Error, { id, sessionId }: IDataObject): never {
	throw new DeliveryError(
		replyLost,
		`Do not send it again before you have looked at it in WTS Chat. ${sentence(cause.message)}`,
		{ id, sessionId },
	);
}

/**
 * What n8n passes on when it stops waiting by itself: it does not run the node again, but gives out the
 * items that it came with, so they are replaced. They are this run's own copies.
 */
function leaveForTimeout(context: IExecuteFunctions, json: IDataObject): void {
	const items = context.getInputData();
	items.splice(0, items.length, { json, pairedItem: { item: 0 } });
}
