import { unansweredIn } from '../../conversation/history';
import { readHistory } from '../../conversation/read';
import { transcriptOf, turnsBefore, turnsOf } from '../../conversation/turns';
import { lastMessages, leaveOut } from '../../fields/history';
import { optionsOf } from '../../fields/kinds/collection';
import { boolean } from '../../fields/kinds/plain';
import { subjectSessionId } from '../../fields/session';
import { jobOperation } from '../../operations/operation';

export const getChatHistory = jobOperation({
	name: 'Get Chat History',
	value: 'getChatHistory',
	action: 'Get the chat history of a session',
	description:
		'Read the last messages of a session as turns for a model, the oldest first, without internal notes',
	builderHint:
		"For an AI Agent, the sub-node WTS Chat Memory does this by itself; use this operation for other models, with 'text' in the prompt.",
	record: [
		{
			text: 'string',
			unanswered: 'string',
			sessionId: 'string',
			messages: [
				{
					id: 'string',
					createdAt: 'string',
					role: 'string',
					author: 'string',
					text: 'string',
					userId: 'string',
				},
			],
		},
	],
	fields: {
		id: subjectSessionId,
		lastMessages,
		options: optionsOf({
			leaveOut,
			leaveOutUnanswered: boolean({
				displayName: 'Leave Out Unanswered',
				name: 'leaveOutUnanswered',
				default: true,
				description:
					'Whether to leave out what the contact has written since the last answer, which often is the prompt of the model',
			}),
		}),
	},
	prepare: ({ id, lastMessages: atMost = 20, options: { leaveOut: left, leaveOutUnanswered } }) => {
		const prompt = leaveOutUnanswered ? 'unanswered' : 'else';
		return async (api) => {
			const history = await readHistory(api, id, atMost);
			const turns = turnsBefore(history, { prompt, leaveOut: left, atMost });
			return {
				sessionId: id,
				messages: turns.map((turn) => ({ ...turn })),
				text: transcriptOf(turns),
				unanswered: turnsOf(unansweredIn(history))
					.map(({ text }) => text)
					.join('\n'),
			};
		};
	},
});
