import type { Author } from '../../conversation/author';
import { unansweredIn } from '../../conversation/history';
import { readHistory } from '../../conversation/read';
import { transcriptOf, turnsOf } from '../../conversation/turns';
import type { ChoicesOf } from '../../fields/choices';
import { choices } from '../../fields/kinds/choice';
import { optionsOf } from '../../fields/kinds/collection';
import { boolean, number } from '../../fields/kinds/plain';
import { fromOneOn } from '../../fields/list';
import { subjectSessionId } from '../../fields/session';
import { jobOperation } from '../../operations/operation';

const authors: ChoicesOf<Exclude<Author, 'contact' | 'unknown'>> = [
	{ name: 'API', value: 'api', description: 'What n8n and other programs have sent' },
	{ name: 'Campaigns', value: 'campaign' },
	{ name: 'Chatbots', value: 'bot' },
	{ name: 'Team', value: 'user', description: 'What people of the team have written' },
	{
		name: 'WTS Chat',
		value: 'platform',
		description: 'Automatic messages about office hours and payments',
	},
];

export const getChatHistory = jobOperation({
	name: 'Get Chat History',
	value: 'getChatHistory',
	action: 'Get the chat history of a session',
	description:
		'Read the last messages of a session as turns for a model, the oldest first, without internal notes',
	record: [
		{
			text: 'string',
			unanswered: 'string',
			sessionId: 'string',
			messages: [
				{
					role: 'string',
					author: 'string',
					text: 'string',
					at: 'string',
					messageId: 'string',
					userId: 'string',
				},
			],
		},
	],
	fields: {
		id: subjectSessionId,
		lastMessages: number({
			displayName: 'Last Messages',
			name: 'lastMessages',
			typeOptions: { minValue: 1 },
			default: 20,
			description: 'How many messages to read at most',
		}).checked(fromOneOn),
		options: optionsOf({
			leaveOut: choices({
				displayName: 'Leave Out',
				name: 'leaveOut',
				options: authors,
				description: 'Whose messages to leave out',
			}),
			leaveOutUnanswered: boolean({
				displayName: 'Leave Out Unanswered',
				name: 'leaveOutUnanswered',
				default: true,
				description:
					'Whether to leave out what the contact has written since the last answer, which often is the prompt of the model',
			}),
		}),
	},
	prepare: ({ id, lastMessages = 20, options: { leaveOut = [], leaveOutUnanswered } }) => {
		const leftOut: Author[] = leaveOut;
		return async (api) => {
			const history = await readHistory(api, id, lastMessages);
			const unanswered = unansweredIn(history);
			const said = history.messages.filter(
				(message) => !(leaveOutUnanswered && unanswered.includes(message)),
			);
			const turns = turnsOf(said)
				.filter(({ author }) => !leftOut.includes(author))
				.slice(-lastMessages);
			return {
				sessionId: id,
				messages: turns.map((turn) => ({ ...turn })),
				text: transcriptOf(turns),
				unanswered: turnsOf(unanswered)
					.map(({ text }) => text)
					.join('\n'),
			};
		};
	},
});
