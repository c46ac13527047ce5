import { unlessBlank } from '../values/blank';
import { plain } from '../values/characters';
import { idIn } from '../values/ids';
import { webAddress } from './address';
import { departmentId } from './department';
import { Input, type ValuesOf } from './field';
import { InputError } from './inputError';
import * as sentences from './sentences';
import { id, idOf } from './kinds/id';
import { byPhone, phoneOf } from './kinds/phone';
import { boolean, number } from './kinds/plain';
import { text } from './kinds/text';
import { together } from './kinds/together';
import { userId } from './user';

export const callbackUrl = webAddress({
	displayName: 'Callback URL',
	name: 'callbackUrl',
	placeholder: 'e.g. https://hooks.example.com/entrega',
	description: 'Address that WTS Chat calls when the message is sent or fails',
});

export const senderId = text({
	displayName: 'Sender ID',
	name: 'senderId',
	placeholder: 'e.g. pedido-9876',
	description: 'Your own ID for the message, to find it again',
});

export const delayTyping = number({
	displayName: 'Delay Typing (Seconds)',
	name: 'delayTyping',
	typeOptions: { minValue: 0, maxValue: 25 },
	default: 3,
	description: 'How long to show "typing" to the contact before the message, 25 seconds at most',
}).checked((seconds, label) => {
	if (Number.isInteger(seconds) && seconds >= 0 && seconds <= 25) return seconds;
	throw new InputError(sentences.notUpTo25(label), `Its value is now ${seconds}.`);
});

export const replyTo = id({
	displayName: 'Reply to Message ID',
	name: 'refId',
	description: 'ID of the message to quote and answer',
});

export const waits = boolean({
	displayName: 'Wait for Delivery',
	name: 'waitForDelivery',
	default: false,
	description:
		'Whether to wait until the message is delivered or read. A message that fails is then an error. Without it, the output tells only that the message is queued.',
});

const deliverySeconds = number({
	displayName: 'Wait at Most (Seconds)',
	name: 'deliverySeconds',
	typeOptions: { minValue: 0 },
	displayOptions: { show: { waitForDelivery: [true] } },
	default: 60,
	description:
		'How long to wait. When the time is up, the output has the last status and timedOut is true.',
});

/** For how many seconds to follow a message; 0 for not at all. */
export const waitForDelivery = together({ waits, seconds: deliverySeconds }, (values) =>
	values.waits ? (values.seconds ?? 60) : 0,
);

export const waitForResult = boolean({
	displayName: 'Wait for the Result',
	name: 'waitForResult',
	default: true,
	description:
		'Whether to wait until the channel has answered, 25 seconds at most, and return the whole message',
});

export const forceStartSession = boolean({
	displayName: 'Force Start Session',
	name: 'forceStartSession',
	default: true,
	description: 'Whether to end a session in progress and start a new one',
});

export const hiddenSession = boolean({
	displayName: 'Hidden Session',
	name: 'hiddenSession',
	default: true,
	description: 'Whether to keep the new session hidden until the contact replies',
});

/** The department of the new session, by its ID or its name. */
export const newSessionDepartment = new Input(
	{
		...departmentId.property,
		description: 'Department (team) of the new session',
		modes: [
			...(departmentId.property.modes ?? []),
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				placeholder: 'e.g. Financeiro',
			},
		],
	},
	(given) => {
		const written = given.text;
		if (written === undefined) return undefined;
		return idIn(written) ? { id: idOf(given, 'departments') } : { name: written };
	},
);

/** The user who gets the new session, by ID, email address or phone number. */
const newSessionUser = new Input(
	{
		...userId.property,
		description: 'User (agent) who gets the new session; the list follows the chosen department',
		modes: [
			...(userId.property.modes ?? []),
			{
				displayName: 'Email',
				name: 'email',
				type: 'string',
				placeholder: 'e.g. atendente1@example.com',
			},
			...byPhone.modes,
		],
	},
	(given) => {
		const written = given.text;
		if (written === undefined) return undefined;
		if (idIn(written)) return { id: idOf(given, 'users') };
		return written.includes('@') ? { email: plain(written) } : { phoneNumber: phoneOf(given) };
	},
);

/** How to treat the session that a message opens; a session that exists already stays as it is. */
export const newSession = {
	department: newSessionDepartment,
	user: newSessionUser,
	session: together(
		{
			enableBot: boolean({
				displayName: 'Enable Bot',
				name: 'enableBot',
				default: true,
				description: "Whether the chatbot answers the contact's reply in a new session",
			}),
			forceStartSession,
			hiddenSession,
		},
		unlessBlank,
	),
};

type NewSession = ValuesOf<typeof newSession>;

/** The new session as the requests of the send family carry it. */
export function sessionShapeOf({ session, department, user }: NewSession) {
	return unlessBlank({ ...session, department, user });
}
