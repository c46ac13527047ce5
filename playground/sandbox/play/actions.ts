import {
	contactById,
	sessionById,
	templateById,
	type Account,
	type MessageRecord,
} from '../account';
import {
	handBack,
	noteAsUser,
	pressButton,
	sendTemplateAsUser,
	takeOver,
	writeAsContact,
	writeAsContactIn,
	writeAsUser,
	type Words,
} from '../actors';
import { invalid } from '../errors';
import { change, setStatus } from '../session/changes';
import { numberIn } from './phone';

/** What the page sends along with an action. */
export type Given = Record<string, unknown>;

type Action = (account: Account, given: Given) => MessageRecord | void;

/** What somebody does on the page, by the end of its address. */
export const actions: Record<string, Action> = {
	/** A contact writes: in its conversation, or from a number. */
	message: (account, given) =>
		given.sessionId
			? writeAsContactIn(account, textIn(given, 'sessionId'), wordsIn(given))
			: writeAsContact(account, numberIn(textIn(given, 'phone')), wordsIn(given)),

	press: (account, given) =>
		pressButton(account, textIn(given, 'messageId'), textIn(given, 'button')),

	answer: (account, given) =>
		writeAsUser(account, ...ownedBy(account, given), textIn(given, 'text')),

	note: (account, given) =>
		noteAsUser(account, textIn(given, 'sessionId'), textIn(given, 'userId'), textIn(given, 'text')),

	template(account, given) {
		const templateId = textIn(given, 'templateId');
		const [sessionId, userId] = ownedBy(account, given);
		const parameters = sampleFor(account, sessionId, templateId);
		return sendTemplateAsUser(account, sessionId, userId, templateId, parameters);
	},

	/** The conversation gets its person, or has none any more. */
	assign(account, given) {
		const sessionId = textIn(given, 'sessionId');
		if (given.userId) takeOver(account, sessionId, textIn(given, 'userId'));
		else handBack(account, sessionId);
	},

	complete(account, given) {
		const session = sessionById(account, textIn(given, 'sessionId'));
		change(session, (draft) => setStatus(draft, 'COMPLETED'));
	},
};

/** A text that an action cannot do without. */
export function textIn(given: Given, name: string): string {
	const value = given[name];
	if (typeof value === 'string' && value.trim() !== '') return value;
	throw invalid({ [name]: [`The field ${name} is required.`] });
}

/** The conversation and the person who writes in it, and has it from now on. */
function ownedBy(account: Account, given: Given): [sessionId: string, userId: string] {
	const sessionId = textIn(given, 'sessionId');
	const userId = textIn(given, 'userId');
	if (sessionById(account, sessionId).userId !== userId) takeOver(account, sessionId, userId);
	return [sessionId, userId];
}

/** What a contact writes or says; an audio is listened to for a moment before its words are known. */
function wordsIn(given: Given): Words {
	const file = fileIn(given);
	if (!file) return { text: textIn(given, 'text') };
	const text = given.text ? textIn(given, 'text') : undefined;
	const transcription = given.spoken ? { text: null, processing: true, error: false } : undefined;
	return { text, file, transcription };
}

function fileIn({ file }: Given): Words['file'] {
	if (!file || typeof file !== 'object') return undefined;
	const given = { ...file };
	const content = Buffer.from(textIn(given, 'base64'), 'base64');
	return { name: textIn(given, 'name'), mimeType: textIn(given, 'type'), content };
}

/** Values for the parameters of a template, since nobody wants to fill in a form to try it. */
function sampleFor(account: Account, sessionId: string, templateId: string) {
	const { contactId } = sessionById(account, sessionId);
	const contact = contactId && contactById(account, contactId);
	const [name = 'cliente'] = /^\p{L}+/u.exec((contact && contact.name) || '') ?? [];
	const { params } = templateById(account, templateId);
	return Object.fromEntries(
		(params ?? []).map((param) => [param.name ?? '', param.name === 'nome' ? name : '1042']),
	);
}
