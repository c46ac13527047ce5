import type { Operation } from '../operation';
import { agentOperations } from './agent';
import { cardOperations } from './card';
import { cardNoteOperations } from './cardNote';
import { channelOperations } from './channel';
import { chatbotOperations } from './chatbot';
import { contactOperations } from './contact';
import { customFieldOperations } from './customField';
import { departmentOperations } from './department';
import { fileOperations } from './file';
import { messageOperations } from './message';
import { officeHoursOperations } from './officeHours';
import { otpOperations } from './otp';
import { sendOperations } from './send';
import { panelOperations } from './panel';
import { portfolioOperations } from './portfolio';
import { scheduledMessageOperations } from './scheduledMessage';
import { sequenceOperations } from './sequence';
import { sessionOperations } from './session';
import { sessionNoteOperations } from './sessionNote';
import { tagOperations } from './tag';
import { templateOperations } from './template';
import { webhookOperations } from './webhook';

/** Every operation the sandbox implements. */
export const operations: Operation[] = [
	...sessionOperations,
	...departmentOperations,
	...agentOperations,
	...channelOperations,
	...tagOperations,
	...contactOperations,
	...customFieldOperations,
	...portfolioOperations,
	...sequenceOperations,
	...scheduledMessageOperations,
	...messageOperations,
	...sendOperations,
	...otpOperations,
	...chatbotOperations,
	...templateOperations,
	...fileOperations,
	...sessionNoteOperations,
	...webhookOperations,
	...officeHoursOperations,
	...panelOperations,
	...cardOperations,
	...cardNoteOperations,
];
