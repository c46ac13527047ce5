import { eventEntry, type SilenceEvent, type WebhookEvent } from '../../nodes/WtsChat/events/names';
import { resources } from '../../nodes/WtsChat/resources';

/** A form that many use, in the words of n8n's menus. */
export interface UsedForm {
	/** The list in which n8n offers it. */
	list: 'Actions' | 'Triggers';
	/** What one chooses to add it. */
	action: string;
	/** As the documentation calls it. */
	title: string;
}

/** A sheet of forms: a picture of the documentation, with a section of docs/forms.md. */
export interface Sheet {
	picture: string;
	forms: UsedForm[];
}

/** The form of an operation. */
function formOf(resource: string, operation: string): UsedForm {
	const found = resources.find(({ value }) => value === resource);
	const chosen = found?.operations.find(({ value }) => value === operation);
	if (!found || !chosen) throw new Error(`There is no operation ${operation} of ${resource}`);
	return { list: 'Actions', action: chosen.action, title: `${found.name} → ${chosen.name}` };
}

/** The forms of operations of one resource. */
const of = (resource: string, ...operations: string[]) =>
	operations.map((operation) => formOf(resource, operation));

/** The trigger's form with an event. */
function on(event: WebhookEvent | SilenceEvent): UsedForm {
	const name = eventEntry(event)?.name ?? event;
	return { list: 'Triggers', action: `On ${name.toLowerCase()}`, title: `On ${name}` };
}

/** The 40 forms that are used most, chosen by the workflows to import and what people build every day. */
export const sheets: Sheet[] = [
	{
		picture: 'forms-messages',
		forms: of(
			'message',
			'sendText',
			'sendInSession',
			'sendTemplate',
			'sendAndWait',
			'sendTyping',
			'getChatHistory',
		),
	},
	{
		picture: 'forms-files',
		forms: [
			...of('message', 'sendImage', 'sendDocument', 'sendAudio', 'sendVideo'),
			...of('file', 'upload'),
		],
	},
	{
		picture: 'forms-sessions',
		forms: [
			...of('session', 'transfer', 'update', 'assign', 'complete', 'get', 'getMany'),
			...of('sessionNote', 'create', 'getMany'),
		],
	},
	{
		picture: 'forms-contacts',
		forms: of('contact', 'upsert', 'create', 'get', 'getMany', 'update', 'updateTags'),
	},
	{
		picture: 'forms-cards',
		forms: [
			...of('card', 'create', 'getMany', 'get', 'update', 'moveToStep', 'markAsWon', 'markAsLost'),
			...of('cardNote', 'create'),
		],
	},
	{
		picture: 'forms-templates',
		forms: [
			...of('template', 'getMany'),
			...of('scheduledMessage', 'create'),
			...of('chatbot', 'start'),
		],
	},
	{
		picture: 'forms-trigger',
		forms: [
			on('MESSAGE_RECEIVED'),
			on('SESSION_COMPLETE'),
			on('PANEL_CARD_STEP_CHANGE'),
			on('CONTACT_SILENT'),
		],
	},
];
