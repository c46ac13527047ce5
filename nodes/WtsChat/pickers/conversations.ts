import { DateTime } from 'luxon';
import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import type { components } from '../../../contract/types/chat';
import { connect } from '../transport/api';
import { get } from '../transport/contract';
import { isRecord } from '../transport/records';
import { inOneLine } from '../values/characters';
import { chosenId } from './chosen';
import { marked, paged, searched, shown, type Entry, type Picker } from './picker';
import { channelIdOf } from './senders';

type Schemas = components['schemas'];

const LATEST_FIRST = { OrderBy: 'createdAt', OrderDirection: 'DESCENDING' as const };

/** Sessions, the latest first. */
export const sessions = paged({
	idsFrom: "'Session: Get Many'",
	request: () =>
		get('/chat/v2/session', { query: { IncludeDetails: ['ContactDetails'], ...LATEST_FIRST } }),
	searchedHere: true,
	entry({ id, number, status, contactDetails }) {
		const contact = isRecord(contactDetails) ? contactDetails.name : undefined;
		return shown([contact, number, status], id);
	},
});

/** The chatbots of the account, by the key that messages name them with. */
export const chatbots = paged({
	idsFrom: "'Chatbot: Get Many', as key",
	request: (Name) => get('/chat/v1/chatbot', { query: { Name } }),
	entry: ({ key, name }) => shown([name], key),
});

/** Sequences; those that are switched off are marked. */
export const sequences = paged({
	idsFrom: "'Sequence: Get Many'",
	request: (Name) => get('/chat/v1/sequence', { query: { Name } }),
	entry: ({ id, name, enabled }) => marked(shown([name], id), enabled === false && 'Disabled'),
});

/** All scheduled messages, the latest made first. */
export const scheduledMessages = scheduled();

/** Those that are still to be sent. */
export const pendingMessages = scheduled('SCHEDULED');

function scheduled(Status?: Schemas['ScheduledMessageStatus']): Picker {
	return paged({
		idsFrom: "'Scheduled Message: Get Many'",
		request: () =>
			get('/chat/v1/scheduled-message', {
				query: { Status, IncludeDetails: ['Contact'], ...LATEST_FIRST },
			}),
		searchedHere: true,
		entry: scheduledEntry,
	});
}

function scheduledEntry(
	{ id, scheduling, status, contact }: IDataObject,
	context: ILoadOptionsFunctions,
): Entry {
	const { name, phonenumberFormatted } = isRecord(contact) ? contact : {};
	const time = DateTime.fromISO(String(scheduling), { zone: context.getTimezone() });
	const at = time.isValid ? time.toFormat('yyyy-MM-dd HH:mm') : undefined;
	return shown([name || phonenumberFormatted, at, status], id);
}

type TemplateQuery = Partial<Record<'ChannelId' | 'Name' | 'SearchableText', string>>;

/** Approved templates, of the chosen channel where one is chosen. */
export const templates = approved();

/** Approved templates for one-time passwords. */
export const otpTemplates = approved('AUTHENTICATION');

/** The API searches the name and the text of templates in separate requests; what is typed may be in either. */
function approved(Type?: Schemas['TemplateTypeFilter']): Picker {
	const ofType = (query: TemplateQuery) =>
		get('/chat/v1/template', { query: { ApprovedOnly: true, Archived: false, Type, ...query } });
	return searched({
		idsFrom: "'Template: Get Many'",
		async searches(typed, context) {
			const ChannelId = await chosenChannelId(context);
			const queries = typed ? [{ Name: typed }, { SearchableText: typed }] : [{}];
			return queries.map((query) => ofType({ ChannelId, ...query }));
		},
		entry: templateEntry,
	});
}

/** The channel whose number is chosen in the field `from` beside the template. */
async function chosenChannelId(context: ILoadOptionsFunctions): Promise<string | undefined> {
	const sender = chosenId(context, 'from');
	return sender && (await channelIdOf(await connect(context), sender));
}

const MAX_TEXT = 100;

function templateEntry({ id, name, internalName, text }: IDataObject): Entry {
	return shown([internalName || name, inOneLine(text, MAX_TEXT)], id);
}
