import type { Field } from './field';
import { InputError } from './inputError';
import { id } from './kinds/id';
import { boolean } from './kinds/plain';
import type { Heard } from './source';
import { valuesOf, formOf } from './field';
import * as sentences from './sentences';

/** On which conditions an answer is still sent that has taken its time. */
export interface Conditions {
	/** Not when the contact has written again. */
	unlessNewer: boolean;
	/** Not when a person has answered. */
	unlessAnswered: boolean;
	/** The message that is answered. */
	message: Heard;
}

const members = {
	messageId: id({
		displayName: 'Answered Message ID',
		name: 'answeredMessageId',
		description:
			"The message that is answered, for the two options Skip If. Without it, it is the newest that has come through 'WTS Chat Trigger' or 'Send and Wait for Reply' before this node.",
	}),
	unlessNewer: boolean({
		displayName: 'Skip If a Newer Message Came',
		name: 'skipIfNewer',
		default: true,
		description:
			'Whether to send nothing when the contact has written again since the message that is answered. What comes out is then sent: false, with the reason.',
	}),
	unlessAnswered: boolean({
		displayName: 'Skip If a Person Answered',
		name: 'skipIfAnswered',
		default: true,
		description:
			'Whether to send nothing when a person has answered the contact since the message that is answered. What comes out is then sent: false, with the reason.',
	}),
};

/** Undefined for on no conditions. */
export const conditions: Field<Conditions | undefined> = {
	form: formOf(members),
	read(source) {
		const { unlessNewer = false, unlessAnswered = false, messageId } = valuesOf(members, source);
		if (!unlessNewer && !unlessAnswered) return undefined;
		const message = messageId === undefined ? source.heard() : { id: messageId };
		if (message) return { unlessNewer, unlessAnswered, message };
		const { label } = unlessNewer ? members.unlessNewer : members.unlessAnswered;
		throw new InputError(
			sentences.answeredUnknown(label),
			`Nothing was sent. Fill in '${members.messageId.label}', for example with the ID of the message that WTS Chat Trigger gave out.`,
		);
	},
};
