import { card } from './card';
import { cardNote } from './cardNote';
import { channel } from './channel';
import { chatbot } from './chatbot';
import { contact } from './contact';
import { customField } from './customField';
import { department } from './department';
import { file } from './file';
import { message } from './message';
import { officeHours } from './officeHours';
import type { Resource } from '../operations/operation';
import { otp } from './otp';
import { panel } from './panel';
import { portfolio } from './portfolio';
import { scheduledMessage } from './scheduledMessage';
import { sequence } from './sequence';
import { session } from './session';
import { sessionNote } from './sessionNote';
import { tag } from './tag';
import { template } from './template';
import { user } from './user';
import { webhook } from './webhook';

/** All that the node can do, in the order of its menus: what is used most comes first. The first operation of each does no harm. */
export const resources: Resource[] = [
	message,
	session,
	contact,
	card,
	template,
	scheduledMessage,
	chatbot,
	sequence,
	sessionNote,
	cardNote,
	tag,
	portfolio,
	panel,
	customField,
	channel,
	department,
	user,
	officeHours,
	file,
	otp,
	webhook,
];
