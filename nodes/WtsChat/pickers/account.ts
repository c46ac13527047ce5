import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { eventEntry, eventNames } from '../events/names';
import { get } from '../transport/contract';
import { readList } from '../transport/pages';
import { isRecord } from '../transport/records';
import { phoneOfApi } from '../values/phones';
import { chosen } from './chosen';
import { contactSearches } from './contacts';
import { marked, paged, plainList, searched, shown, texts, whole } from './picker';
import { senderOf } from './senders';

/** Contacts whose name, phone number or e-mail address holds what the person typed. */
export const contacts = searched({
	idsFrom: "'Contact: Get Many'",
	searches: contactSearches,
	entry: ({ id, name, phoneNumberFormatted }) => shown([name, phoneNumberFormatted], id),
});

/** The same, by what a message names them with; a contact without number and user has none. */
export const recipients = searched({
	idsFrom: "'Contact: Get Many', as phoneNumber",
	searches: contactSearches,
	entry: ({ name, phoneNumber, phoneNumberFormatted, instagram }) =>
		shown([name, phoneNumberFormatted || instagram], addressOf(phoneNumber, instagram)),
});

/** Nothing for a contact that has neither. */
function addressOf(phoneNumber: unknown, instagram: unknown): string {
	const [number] = texts([phoneNumber]);
	const [user] = texts([instagram]);
	if (number) return phoneOfApi(number) ?? number;
	return user ? `@${user.replace('@', '')}` : '';
}

/** The contact tags of the account. Names may repeat, so the color is told as well. */
export const tags = whole({
	idsFrom: "'Tag: Get Many'",
	records: plainList(get('/core/v1/tag', {})),
	entry: ({ id, name, color }) => shown([name, color], id),
	option: ({ id, name }) => shown([name], id),
});

/** The portfolios of the account; those that are switched off are marked. */
export const portfolios = paged({
	idsFrom: "'Portfolio: Get Many'",
	request: () => get('/core/v1/portfolio', {}),
	searchedHere: true,
	entry: ({ id, name, active }) => marked(shown([name], id), active === false && 'Inactive'),
});

const allChannels = plainList(get('/chat/v1/channel', {}));

function channelParts({ identity }: IDataObject): unknown[] {
	const { displayName, humanId } = isRecord(identity) ? identity : {};
	return [displayName, humanId];
}

/** The channels (numbers and pages) of the account; those that are switched off are marked. */
export const channels = whole({
	idsFrom: "'Channel: Get Many'",
	records: allChannels,
	entry(channel) {
		const { id, number, active } = channel;
		const [name] = texts([...channelParts(channel), number]);
		return marked(shown([name], id), active === false && 'Inactive');
	},
});

/**
 * The channels that a message can be sent through, by what it names them with; for a template, those
 * that have one. Where no template tells its channel, any may have it.
 */
export const senders = whole({
	idsFrom: channels.idsFrom,
	async records(api, context) {
		const all = await allChannels(api);
		if (!sendsTemplate(context)) return all;
		const query = { ApprovedOnly: true, Archived: false };
		const templates = await readList(api, get('/chat/v1/template', { query }));
		const having = all.filter(({ id }) => templates.some(({ channelId }) => channelId === id));
		return having.length > 0 ? having : all;
	},
	entry: (channel) =>
		marked(
			shown(channelParts(channel), senderOf(channel) ?? ''),
			channel.active === false && 'Inactive',
		),
	inOrder: true,
});

function sendsTemplate(context: ILoadOptionsFunctions): boolean {
	return (
		chosen(context, 'resource') === 'otp' ||
		chosen(context, 'operation') === 'sendTemplate' ||
		chosen(context, 'content') === 'template' ||
		chosen(context, 'ifWindowClosed') === 'template' ||
		chosen(context, 'messageType') === 'TEMPLATE'
	);
}

/** The webhook subscriptions of the account; those that are paused are marked. */
export const subscriptions = whole({
	idsFrom: "'Webhook: Get Many'",
	records: plainList(get('/core/v1/webhook/subscription', {})),
	entry: ({ id, name, url, enabled }) =>
		marked(shown([name ?? url], id), enabled === false && 'Paused'),
	inOrder: true,
});

/**
 * The events that the account can subscribe to. Accounts differ, so the API's own list counts; only
 * where it is empty are the known ones shown. One that is newer than the contract goes by its name.
 */
export const webhookEvents = whole({
	idsFrom: "'Webhook: Get Many Events'",
	async records(api) {
		const listed = await readList(api, get('/core/v1/webhook/event', {}), { paging: 'none' });
		return listed.length > 0 ? listed : eventNames.map((event) => ({ event }));
	},
	entry({ event }) {
		const value = String(event);
		return { name: eventEntry(value)?.name ?? value, value, description: value };
	},
});
