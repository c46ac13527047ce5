import {
	eventEntry,
	eventNames,
	eventsAbout,
	silenceNames,
	type SilenceEvent,
	type WebhookEvent,
} from '../events/names';
import { Input, type ValuesOf } from '../fields/field';
import { InputError } from '../fields/inputError';
import { optionsOf } from '../fields/kinds/collection';
import { atLeastOne, boolean, number } from '../fields/kinds/plain';
import { panelId } from '../fields/panel';
import { receivedFileOptions } from '../fields/receivedFile';
import { noEvent } from '../fields/sentences';
import { aboutAny, filters, ofReceived } from './filterFields';
import { READABLE } from './missed';
import { patienceFields } from './patience';
import { personFields } from './person';
import * as sentences from './sentences';

/** The chosen events. An expression may name events that are newer than the contract. */
const events = new Input(
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: [...eventNames, ...silenceNames].map((value) => {
			const { name = value, description } = eventEntry(value) ?? {};
			return { name, value, description };
		}),
		default: ['MESSAGE_RECEIVED'],
		hint: 'WTS Chat has to reach this n8n, so its webhook address has to be public.',
	},
	(given): Array<WebhookEvent | SilenceEvent> => {
		const chosen = given.texts;
		if (chosen) return [...new Set(chosen)] as Array<WebhookEvent | SilenceEvent>;
		throw new InputError(noEvent, "Choose one or more under 'Trigger On'.");
	},
);

const ofMessages = aboutAny('message');
const ofReadable = { show: { '/events': [...READABLE, ...silenceNames] } };

const options = optionsOf({
	...patienceFields,
	...personFields,
	downloadFile: receivedFileOptions.downloadFile.with({ displayOptions: ofMessages }),
	maxFileSize: receivedFileOptions.maxFileSize.with({ displayOptions: ofMessages }),
	fileField: receivedFileOptions.fileField.with({ displayOptions: ofMessages }),
	useTranscription: boolean({
		displayName: 'Use Transcription as Text',
		name: 'useTranscription',
		displayOptions: ofMessages,
		default: true,
		description:
			"Whether to give what was said in an audio as its text, where the account has audios transcribed. The execution waits for it; filter 'Text Matches' looks at it.",
	}),
	transcriptionSeconds: number({
		displayName: 'Wait for Transcription at Most (Seconds)',
		name: 'transcriptionSeconds',
		typeOptions: { minValue: 1 },
		displayOptions: ofMessages,
		default: 60,
		description:
			'How long to wait for what was said in an audio before the workflow goes on without',
	}).checked(atLeastOne),
	readContact: boolean({
		displayName: 'Read Contact',
		name: 'readContact',
		displayOptions: ofMessages,
		default: true,
		description:
			"Whether to read whose message it is, so that it comes with 'contactName' and 'contactId', for one request each. When this option is not added, messages that come in are read, those that are sent or updated are not.",
	}),
	includeDetails: boolean({
		displayName: 'Include Details',
		name: 'includeDetails',
		default: true,
		description:
			"Whether to read the record through the API as well and give it as 'record'; messages come with their session, too",
	}),
	ignoreApiMessages: boolean({
		displayName: 'Ignore Messages Sent by API',
		name: 'ignoreApiMessages',
		displayOptions: { show: { '/events': ['MESSAGE_SENT', 'MESSAGE_UPDATED'] } },
		default: true,
		description:
			'Whether to ignore messages that n8n or another integration has sent, so that a workflow does not start itself',
	}),
	passOverReplies: boolean({
		displayName: 'Ignore Replies That an Execution Waits For',
		name: 'passOverReplies',
		displayOptions: ofReceived,
		default: true,
		description:
			"Whether to ignore replies to 'Send and Wait for Reply', so that two workflows do not answer one message. It is on when this option is not added, too.",
	}),
	ignoreRepeats: boolean({
		displayName: 'Ignore Repeated Deliveries',
		name: 'ignoreRepeats',
		default: true,
		description: 'Whether an event starts the workflow only once when WTS Chat delivers it again',
	}),
	catchUp: boolean({
		displayName: 'Catch Up on Missed Events',
		name: 'catchUp',
		displayOptions: ofReadable,
		default: true,
		description:
			'Whether messages, conversations, contacts and cards that came while n8n was not running, or the subscription was off, start the workflow afterwards',
	}),
	catchUpHours: number({
		displayName: 'Catch Up at Most (Hours)',
		name: 'catchUpHours',
		typeOptions: { minValue: 1 },
		displayOptions: ofReadable,
		default: 24,
		description: 'How old a missed event can be and still start the workflow',
	}).checked(atLeastOne),
	catchUpEvents: number({
		displayName: 'Catch Up at Most (Events)',
		name: 'catchUpEvents',
		typeOptions: { minValue: 1 },
		displayOptions: ofReadable,
		default: 500,
		description: 'How many missed events start the workflow at most; the newest count',
	}).checked(atLeastOne),
});

const panel = panelId.with({
	displayOptions: { show: { events: eventsAbout('card', 'cardNote') } },
	description: 'Only cards and notes of this panel (board); leave it empty for all panels',
});

const ofSilences = { show: { events: [...silenceNames] } };

const MAX_MINUTES = 7 * 24 * 60;

const minutes = number({
	displayName: 'Minutes',
	name: 'minutes',
	typeOptions: { minValue: 1, maxValue: MAX_MINUTES },
	displayOptions: ofSilences,
	default: 30,
	description:
		'How long a contact has been silent or unanswered when the workflow starts, or how long before the 24-hour window closes',
}).checked((given, label) => {
	if (given > 0 && given <= MAX_MINUTES) return given;
	throw new InputError(sentences.notUpTo(label, MAX_MINUTES), `Its value is now ${given}.`);
});

const officeHoursOnly = boolean({
	displayName: 'Count Office Hours Only',
	name: 'officeHoursOnly',
	displayOptions: ofSilences,
	default: false,
	description:
		'Whether to count only the minutes in which the account is open by its office hours, and to start the workflow only then',
});

/** The form of the trigger. */
export const triggerFields = {
	events,
	minutes,
	officeHoursOnly,
	panelId: panel,
	simplify: boolean({
		displayName: 'Simplify',
		name: 'simplify',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	}),
	filters,
	options,
};

export type TriggerValues = ValuesOf<typeof triggerFields>;

/** What tells whether an event starts the workflow; an expression in what else there is may need the event. */
export const choosingFields = {
	events,
	minutes,
	officeHoursOnly,
	panelId: panel,
	filters,
	options,
};

export type ChoosingValues = ValuesOf<typeof choosingFields>;
