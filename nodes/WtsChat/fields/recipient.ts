import { choice } from './kinds/choice';
import { phone } from './kinds/phone';
import { alternatives } from './kinds/together';
import { optionalSender } from './sender';
import { subjectSessionId } from './session';

/** A contact by phone number or Instagram's `@user`, who may be left out. */
export const anyRecipient = phone({
	displayName: 'To',
	name: 'to',
	placeholder: 'e.g. +55 11 90000-0001',
	description:
		'Phone number of the contact with its country code, or the @user on Instagram. A number of 10 or 11 digits without + is taken as Brazilian; a contact that does not exist is created.',
});

/** Whom something goes to. */
export const recipient = anyRecipient.required();

const sendTo = choice({
	displayName: 'Send To',
	name: 'sendTo',
	options: [
		{ name: 'Contact', value: 'contact', description: 'By phone number or Instagram @user' },
		{ name: 'Session', value: 'session', description: 'A conversation that you know' },
	],
	default: 'contact',
});

/** Where something goes: to a contact, by number, or into a session. */
export function targetOf(look: { description: string; hint: string }) {
	return alternatives(sendTo.with(look), {
		contact: { from: optionalSender, to: recipient },
		session: { sessionId: subjectSessionId },
	});
}

/** Where a message goes that is written freely. */
export const messageTarget = targetOf({
	description: 'Where the message goes',
	hint: "On WhatsApp this arrives only within 24 hours of the contact's last message. To open a conversation, use 'Send Template'.",
});
