import type { Sandbox } from '../sandbox';
import { answerNewMessages } from './answerNewMessages';
import { askForConfirmation } from './askForConfirmation';
import { closeConversation } from './closeConversation';
import { transferWaitingSessions } from './transferWaitingSessions';
import type { Workflow } from './workflow';

export function demoWorkflows(sandbox: Sandbox): Workflow[] {
	return [
		transferWaitingSessions(sandbox),
		closeConversation(sandbox),
		answerNewMessages(sandbox),
		askForConfirmation(sandbox),
	];
}
