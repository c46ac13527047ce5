import { botKey, subjectBotKey } from '../../fields/chatbot';
import { optionsOf } from '../../fields/kinds/collection';
import { alternatives } from '../../fields/kinds/together';
import { simplified } from '../../fields/output';
import {
	messageType,
	scheduledAt,
	scheduledMessageShortForm,
	scheduledRecipient,
} from '../../fields/scheduledMessage';
import { optionalSender } from '../../fields/sender';
import { hiddenSession, newSessionDepartment } from '../../fields/sendOptions';
import { template } from '../../fields/template';
import { sending } from '../../operations/delivery';
import { jobOperation } from '../../operations/operation';
import { storedFileOf } from '../../operations/storeFile';
import { post } from '../../transport/contract';
import { unlessBlank } from '../../values/blank';

/**
 * The contract requires the recipient only; the time, the type and its template or chatbot are taken
 * to be needed as well. Its chatbot is described as the one that takes the reply, so a template may
 * have one, too.
 */
export const create = jobOperation({
	name: 'Create',
	value: 'create',
	action: 'Create a scheduled message',
	description: 'Schedule a template or a chatbot for a contact',
	record: 'SavedScheduledMessage',
	fields: {
		from: optionalSender,
		to: scheduledRecipient.required(),
		scheduling: scheduledAt.required(),
		content: alternatives(messageType.filledIn(), {
			TEMPLATE: { template, botKey: botKey.with({ hint: "Takes the contact's reply" }) },
			CHATBOT: { botKey: subjectBotKey },
		}),
		output: simplified(scheduledMessageShortForm),
		options: optionsOf({ department: newSessionDepartment, hiddenSession }),
	},
	prepare({ from, to, scheduling, content, options }) {
		const { template: chosen } = content;
		const message = {
			from,
			to,
			scheduling,
			...options,
			type: chosen ? ('TEMPLATE' as const) : ('CHATBOT' as const),
			templateId: chosen?.templateId,
			botKey: content.botKey,
		};
		return async (api) => {
			const stored = chosen?.file && (await storedFileOf(api, chosen.file));
			const templateParams = unlessBlank({ parameters: chosen?.parameters, ...stored });
			const body = { ...message, templateParams };
			return await sending(post('/chat/v1/scheduled-message', { body }))(api);
		};
	},
});
