import type { INodeProperties } from 'n8n-workflow';
import { webAddress } from './address';
import { optionsOf } from './collections';
import { departmentDropdown } from './department';
import { InputError, unlessBlank, type ItemParameters } from './itemParameters';
import { userDropdown } from './user';

export const callbackUrl: INodeProperties = {
	displayName: 'Callback URL',
	name: 'callbackUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://hooks.example.com/entrega',
	description: 'Address that WTS Chat calls when the message is sent or fails',
};

export const senderId: INodeProperties = {
	displayName: 'Sender ID',
	name: 'senderId',
	type: 'string',
	default: '',
	placeholder: 'e.g. pedido-9876',
	description: 'ID of your own, kept with the message, to find it again',
};

export const delayTyping: INodeProperties = {
	displayName: 'Delay Typing (Seconds)',
	name: 'delayTyping',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 25 },
	default: 3,
	description: 'How long the contact sees "typing" before the message comes, 25 seconds at most',
};

export const replyTo: INodeProperties = {
	displayName: 'Reply to Message ID',
	name: 'refId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10',
	description: 'Message that is quoted and answered',
};

export const waitForDelivery: INodeProperties = {
	displayName: 'Wait for Delivery (Seconds)',
	name: 'waitForDelivery',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 60,
	description:
		'How long to wait at most until the message is delivered or read. A message that fails becomes an error; after that time the last status comes out with timedOut set to true.',
};

export const waitForResult: INodeProperties = {
	displayName: 'Wait for the Result',
	name: 'waitForResult',
	type: 'boolean',
	default: true,
	description:
		'Whether to let WTS Chat answer only when the channel has reacted, after 25 seconds at most. The whole message comes out then.',
};

export const departmentName: INodeProperties = {
	displayName: 'Department by Name',
	name: 'departmentName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Financeiro',
	description: 'Exact name of the department of the new session, instead of its ID',
};

export const forceStartSession: INodeProperties = {
	displayName: 'Force Start Session',
	name: 'forceStartSession',
	type: 'boolean',
	default: true,
	description: 'Whether to end a session in progress and start a new one',
};

export const hiddenSession: INodeProperties = {
	displayName: 'Hidden Session',
	name: 'hiddenSession',
	type: 'boolean',
	default: true,
	description: 'Whether to keep the new session hidden until the contact replies',
};

/** How to treat the session that a message opens; a session that exists already stays as it is. */
const newSession: INodeProperties[] = [
	departmentName,
	departmentDropdown,
	{
		displayName: 'Enable Bot',
		name: 'enableBot',
		type: 'boolean',
		default: true,
		description: "Whether the chatbot answers the contact's reply, in a new session",
	},
	forceStartSession,
	hiddenSession,
	{
		displayName: 'User by Email',
		name: 'userEmail',
		type: 'string',
		default: '',
		placeholder: 'e.g. atendente1@example.com',
		description: 'Email of the user who gets the new session, instead of the ID',
	},
	{
		displayName: 'User by Phone Number',
		name: 'userPhoneNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. +55 11 90000-5000',
		description: 'Phone number of the user who gets the new session, instead of the ID',
	},
	userDropdown,
];

/** The Options of a send: what all of them have, and its own. */
export function sendOptions(...own: INodeProperties[]): INodeProperties {
	return optionsOf(
		[...newSession, waitForDelivery, ...own].sort((one, other) =>
			one.displayName.localeCompare(other.displayName),
		),
	);
}

export function departmentFrom(options: ItemParameters) {
	return unlessBlank({ id: options.id('departmentId'), name: options.text('departmentName') });
}

export function userFrom(options: ItemParameters) {
	return unlessBlank({
		id: options.id('userId'),
		email: options.plainText('userEmail'),
		phoneNumber: options.phone('userPhoneNumber'),
	});
}

export function newSessionFrom(options: ItemParameters) {
	return unlessBlank({
		enableBot: options.boolean('enableBot'),
		forceStartSession: options.boolean('forceStartSession'),
		hiddenSession: options.boolean('hiddenSession'),
	});
}

/** The new session as the requests of the send family carry it. */
export function sessionShapeFrom(options: ItemParameters) {
	return unlessBlank({
		...newSessionFrom(options),
		department: departmentFrom(options),
		user: userFrom(options),
	});
}

/** How a message can be followed: the address to call, and an ID of the caller's own. */
export function trackingFrom(options: ItemParameters) {
	const address = options.text('callbackUrl');
	return {
		callbackUrl: address && webAddress(address, options.label('callbackUrl')),
		senderId: options.text('senderId'),
	};
}

/**
 * The seconds of "typing" before the message.
 *
 * @throws InputError when the API would not take them
 */
export function delayTypingFrom(options: ItemParameters): number | undefined {
	const seconds = options.number('delayTyping');
	if (seconds === undefined || (Number.isInteger(seconds) && seconds >= 0 && seconds <= 25)) {
		return seconds;
	}
	throw new InputError(
		`'${options.label('delayTyping')}' has to be a whole number from 0 to 25`,
		`Its value is now ${seconds}.`,
	);
}
