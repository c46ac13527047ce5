import { Input } from './field';
import { choice } from './kinds/choice';
import { fromList } from './kinds/id';
import { byPhone, phoneOf } from './kinds/phone';
import { alternatives } from './kinds/together';
import { optionalSender } from './sender';
import { subjectSessionId } from './session';

/**
 * A contact by phone number or Instagram's `@user`, who may be left out. The API knows it by these, not
 * by its ID, and so does its list; most workflows have the number in their items.
 */
export const anyRecipient = new Input(
	{
		displayName: 'To',
		name: 'to',
		type: 'resourceLocator',
		default: { mode: 'phone', value: '' },
		modes: [...byPhone.modes, ...fromList('recipients').modes],
		description:
			'The contact: its phone number with country code, its @user on Instagram, or from the list. A number of 10 or 11 digits without + is taken as Brazilian; a contact that does not exist is created.',
	},
	phoneOf,
);

/** Whom something goes to. */
export const recipient = anyRecipient.required();

const sendTo = choice({
	displayName: 'Send To',
	name: 'sendTo',
	options: [
		{
			name: 'Contact',
			value: 'contact',
			description: 'By phone number or Instagram @user, or from the list',
		},
		{
			name: 'Session',
			value: 'session',
			description: 'A conversation, by its ID or from the list',
		},
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
