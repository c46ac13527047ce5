import { randomUUID } from 'node:crypto';
import { fileById, templateById, type Account } from '../account';
import { contactOf } from '../contact/records';
import { invalid, platformError } from '../errors';
import type { RequestOf } from '../operation';
import { chatbotByKey } from '../sending/chatbots';
import { templateText } from '../sending/messages';
import { channelNamed, departmentIdOf } from '../sending/parties';
import type { ScheduledMessageRecord } from './records';

type Input = RequestOf<'createScheduledMessage'>['body'];
type Update = RequestOf<'updateScheduledMessage'>['body'];
type Field = Update['fields'][number];
type Writer = (message: ScheduledMessageRecord, update: Update, account: Account) => void;

function required<Value>(name: string, value: Value | null | undefined): Value {
	if (value) return value;
	throw invalid({ [name]: [`The ${name} field is required.`] });
}

const writers: Partial<Record<Field, Writer>> = {
	To: (message, { to }, account) => {
		message.contactId = contactOf(account, required('to', to)).id;
	},
	From: (message, { from }, account) => {
		message.channelId = channelNamed(account, from).id;
	},
	Department: (message, { department }, account) => {
		message.departmentId = departmentIdOf(account, department);
	},
	Type: (message, { type }) => {
		message.type = required('type', type);
	},
	TemplateId: (message, { templateId }, account) => {
		message.templateId = templateId ? templateById(account, templateId).id : null;
	},
	BotId: (message, { botKey }, account) => {
		message.botId = botKey ? chatbotByKey(account, botKey).key : null;
	},
	Scheduling: (message, { scheduling }) => {
		message.scheduling = required('scheduling', scheduling);
		if (Date.parse(message.scheduling) <= Date.now()) {
			throw platformError(500, 'FORM_ERROR', 'A data de agendamento deve ser futura.');
		}
	},
	HiddenSession: (message, { hiddenSession }) => {
		message.hiddenSession = hiddenSession ?? false;
	},
	TemplateParams: (message, { templateParams }, account) => {
		if (templateParams?.fileId) fileById(account, templateParams.fileId);
		message.templateParams = templateParams ?? null;
	},
};

const EVERY_FIELD = Object.keys(writers) as Field[];

/** Refuses a message that nothing could be sent of when its time comes. */
function check(
	{ type, channelId, templateId, botId, templateParams }: ScheduledMessageRecord,
	account: Account,
): void {
	if (type === 'CHATBOT') {
		required('botKey', botId);
		return;
	}
	const { parameters, fileId, fileUrl } = templateParams ?? {};
	templateText(account, channelId, {
		templateId: required('templateId', templateId),
		parameters,
		fileIdOrUrl: fileId ?? fileUrl,
	});
}

function refuseUnlessScheduled({ status }: ScheduledMessageRecord): void {
	if (status === 'SCHEDULED') return;
	throw platformError(500, 'ENTITY_ERROR_SAVE', 'A mensagem não está mais agendada.');
}

/** Writes the attributes named in `fields` and no other; when one is refused, the message stays as it was. */
export function write(message: ScheduledMessageRecord, update: Update, account: Account): void {
	refuseUnlessScheduled(message);
	const draft = { ...message };
	for (const field of EVERY_FIELD) {
		if (update.fields.includes(field)) writers[field]?.(draft, update, account);
	}
	check(draft, account);
	Object.assign(message, draft, { updatedAt: new Date().toISOString() });
}

/** A message that is new in the account; the one who made it is whoever the API key belongs to. */
export function createdMessage(input: Input, account: Account): ScheduledMessageRecord {
	const now = new Date().toISOString();
	const message: ScheduledMessageRecord = {
		id: randomUUID(),
		createdAt: now,
		updatedAt: now,
		companyId: account.companyId,
		active: true,
		status: 'SCHEDULED',
		type: 'TEMPLATE',
		scheduling: now,
		contactId: '',
		channelId: '',
		departmentId: null,
		userId: account.agents[0]!.userId,
		templateId: null,
		botId: null,
		hiddenSession: false,
		failureReason: null,
		sessionId: null,
		templateParams: null,
	};
	write(message, { ...input, fields: EVERY_FIELD }, account);
	return message;
}

export function cancel(message: ScheduledMessageRecord): void {
	refuseUnlessScheduled(message);
	message.status = 'CANCELED';
	message.updatedAt = new Date().toISOString();
}
