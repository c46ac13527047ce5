import type { INodeProperties } from 'n8n-workflow';
import type { ItemParameters } from './itemParameters';
import { optionalSender } from './sender';
import { sessionId } from './session';

export const recipient: INodeProperties = {
	displayName: 'To',
	name: 'to',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +55 11 90000-0001',
	description:
		'Phone number of the contact with its country code, or the @user on Instagram. A number of 10 or 11 digits without + is taken as Brazilian; a contact that does not exist is created.',
};

/** A message that is written freely goes to a contact, by number, or into a session. */
export const recipientFields: INodeProperties[] = [
	{
		displayName: 'Send To',
		name: 'sendTo',
		type: 'options',
		options: [
			{ name: 'Contact', value: 'contact', description: 'By phone number or Instagram @user' },
			{ name: 'Session', value: 'session', description: 'A conversation that you know' },
		],
		default: 'contact',
		description: 'Where the message goes',
		hint: "On WhatsApp this arrives only within 24 hours of the contact's last message. To open a conversation, use 'Send Template'.",
	},
	{ ...optionalSender, displayOptions: { show: { sendTo: ['contact'] } } },
	{ ...recipient, displayOptions: { show: { sendTo: ['contact'] } } },
	{ ...sessionId, displayOptions: { show: { sendTo: ['session'] } } },
];

/** The target of {@link recipientFields}. */
export function recipientFrom(parameters: ItemParameters) {
	const toSession = parameters.choice('sendTo') === 'session';
	return {
		from: toSession ? undefined : parameters.phone('from'),
		to: toSession ? undefined : parameters.requiredPhone('to'),
		sessionId: toSession ? parameters.requiredId('sessionId') : undefined,
	};
}
