import type { INodeProperties } from 'n8n-workflow';
import { InputError, type ItemParameters } from './itemParameters';

export type ResponseType = 'approval' | 'choice' | 'freeText';

/** What kind of answer a question asks for. The names are those of n8n's own operations of this kind. */
export const responseFields: INodeProperties[] = [
	{
		displayName: 'Response Type',
		name: 'responseType',
		type: 'options',
		options: [
			{
				name: 'Any Reply',
				value: 'freeText',
				description: 'Whatever the contact writes or sends',
			},
			{
				name: 'Approval',
				value: 'approval',
				description:
					'Yes or no; the two answers are written below the message, with numbers. A reply that is neither of them for sure gives null.',
			},
			{
				name: 'Choice',
				value: 'choice',
				description:
					'One of several answers; they are written below the message, with numbers. A reply that is none of them for sure gives null.',
			},
		],
		default: 'freeText',
		description:
			'What the contact is asked for. The answers may be given by number, in their own words, or, for a yes and a no, in common ones.',
	},
	{
		displayName: 'Approve Label',
		name: 'approveLabel',
		type: 'string',
		displayOptions: { show: { responseType: ['approval'] } },
		default: 'Sim',
		description: 'The answer that approves',
	},
	{
		displayName: 'Disapprove Label',
		name: 'disapproveLabel',
		type: 'string',
		displayOptions: { show: { responseType: ['approval'] } },
		default: 'Não',
		description: 'The answer that does not approve',
	},
	{
		displayName: 'Choices',
		name: 'choices',
		type: 'string',
		displayOptions: { show: { responseType: ['choice'] } },
		required: true,
		default: '',
		placeholder: 'e.g. Manhã,Tarde,Noite',
		description:
			'Comma-separated answers. With a template, write them as its buttons say; nothing is added to its text.',
	},
];

const WITH_ANSWERS = { show: { '/responseType': ['approval', 'choice'] } };

/** Options of a question that has answers to choose from. */
export const askAgainFields: INodeProperties[] = [
	{
		displayName: 'Ask Again if Not Understood',
		name: 'askAgain',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 10 },
		displayOptions: WITH_ANSWERS,
		default: 1,
		description:
			'How often to ask again, in the same conversation, when a reply is none of the answers; then the workflow goes on with what was said last',
	},
	{
		displayName: 'Ask Again With',
		name: 'askAgainText',
		type: 'string',
		typeOptions: { rows: 2 },
		displayOptions: WITH_ANSWERS,
		default: 'Desculpe, não entendi. Por favor, responda com uma destas opções:',
		description: 'What to say then; the answers are written below it, with numbers',
	},
];

/** How often to ask again, and with what; undefined when it is not wanted. */
export function askAgainFrom(
	parameters: ItemParameters,
): { times: number; text: string } | undefined {
	const answers = answersFrom(parameters);
	const options = parameters.group('options');
	const times = options.number('askAgain') ?? 0;
	if (!answers || times < 1) return undefined;
	const text = options.text('askAgainText') ?? String(askAgainFields[1]?.default);
	return { times, text: withAnswers(text, answers) };
}

/**
 * The answers that are offered, in their order; undefined when any reply will do.
 *
 * @throws InputError when there is none to choose from
 */
export function answersFrom(parameters: ItemParameters): string[] | undefined {
	switch (parameters.choice<ResponseType>('responseType')) {
		case 'approval':
			return [
				parameters.text('approveLabel') ?? 'Sim',
				parameters.text('disapproveLabel') ?? 'Não',
			];
		case 'choice': {
			const answers = parameters.texts('choices');
			if (answers) return answers;
			throw new InputError(
				`'${parameters.label('choices')}' is empty`,
				'Write the answers that the contact can choose from, with commas between them.',
			);
		}
		default:
			return undefined;
	}
}

/** The message with the answers below it. */
export function withAnswers(message: string, answers: string[] | undefined): string {
	if (!answers) return message;
	const lines = answers.map((answer, n) => `${n + 1}. ${answer}`);
	return `${message}\n\n${lines.join('\n')}`;
}
