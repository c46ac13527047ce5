import { contactWroteAfter, userWroteAfter } from '../conversation/history';
import { readHistory } from '../conversation/read';
import type { Campaign } from '../fields/campaign';
import type { Conditions } from '../fields/conditions';
import { InputError } from '../fields/inputError';
import type { Api } from '../transport/api';
import { get } from '../transport/contract';
import { DeliveryError, WINDOW_CLOSED } from '../transport/errors';
import { PlainError } from '../transport/plainError';
import { Turns } from '../transport/turns';
import { comparable } from '../values/phones';
import { reasonAtItsTurn } from './campaign';
import type { SentMessage } from './delivery';
import * as sentences from './sentences';
import type { Target } from './target';
import { isWindowClosed } from './window';

/** What goes to each contact and into each session: one message, or one text in parts, after another. */
const turns = new Turns();

/** Why nothing is to be sent any more; undefined where nothing speaks against it. */
export type ReasonAgainst = () => Promise<string | undefined>;

/** A message that is ready to go, and what is looked at right before it does. */
interface Outgoing {
	target: Target;
	campaign?: Campaign;
	conditions?: Conditions;
	/** @param reasonAgainst tells why to send no more of it, where that is several messages */
	send(reasonAgainst: ReasonAgainst): Promise<SentMessage | undefined>;
	/** What to do where only a template arrives; undefined for sending it without a look. */
	whenClosed?: WhenClosed;
}

/** Sends a template in place of a message; without one, that is an error. */
export interface WhenClosed {
	sendTemplate?(api: Api): Promise<SentMessage | undefined>;
}

/**
 * Sends a message when all is sent that this process sends to the same target before it, unless a
 * condition speaks against it at that moment.
 *
 * @throws DeliveryError where only a template would arrive, and none is to be sent
 */
export async function sendInTurn(
	api: Api,
	{ target, campaign, conditions, send, whenClosed }: Outgoing,
): Promise<SentMessage | undefined> {
	const reasonOfCampaign = campaign && (await reasonAtItsTurn(api, campaign, target));
	if (reasonOfCampaign) return { sent: false, reason: reasonOfCampaign };
	const reasonNow = async (inDoubt: boolean) =>
		conditions && (await reasonAgainst(api, conditions, target.sessionId, inDoubt));
	const place = target.sessionId ?? comparable(`+${target.to}`);
	return await turns.take(`${api.account} ${place}`, async () => {
		// where it cannot be told, too much has been written since, or somebody unknown has
		const reason = await reasonNow(true);
		if (reason) return { sent: false, reason };
		const sent = await sendThroughWindow();
		return (conditions ?? campaign?.skipTags) ? { ...sent, sent: true } : sent;
	});

	async function sendThroughWindow(): Promise<SentMessage | undefined> {
		if (!whenClosed || !(await isWindowClosed(api, target))) {
			// somebody unknown may be this node, with the message before
			return await send(async () => await reasonNow(false));
		}
		const { sendTemplate } = whenClosed;
		if (sendTemplate) return { ...(await sendTemplate(api)), sentAs: 'template' };
		throw new DeliveryError(sentences.windowOver, `Nothing was sent. ${WINDOW_CLOSED}`, {
			...target,
		});
	}
}

async function reasonAgainst(
	api: Api,
	{ unlessNewer, unlessAnswered, message: { id, at, sessionId } }: Conditions,
	target: string | undefined,
	inDoubt: boolean,
): Promise<string | undefined> {
	const history = await readHistory(api, sessionId ?? target ?? (await sessionOf(api, id)));
	if (at === undefined && history.isWhole && !history.messages.some((one) => one.id === id)) {
		throw new InputError(
			sentences.answeredElsewhere,
			'Nothing was sent. It has to be the ID of a message of the contact in the same session.',
		);
	}
	const point = { messageId: id, at };
	if (unlessNewer && (contactWroteAfter(history, point) ?? inDoubt)) return 'A newer message came';
	if (unlessAnswered && (userWroteAfter(history, point) ?? inDoubt)) return 'A person answered';
	return undefined;
}

async function sessionOf(api: Api, messageId: string): Promise<string> {
	const message = await api.send(get('/chat/v1/message/{id}', { path: { id: messageId } }));
	if (message?.sessionId) return message.sessionId;
	throw new PlainError(sentences.noSession);
}
