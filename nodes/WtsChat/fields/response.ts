import type { Scale } from '../values/ratings';
import type { Field } from './field';
import { InputError } from './inputError';
import * as sentences from './sentences';
import { choice } from './kinds/choice';
import { number } from './kinds/plain';
import { text, texts } from './kinds/text';
import { alternatives, together } from './kinds/together';

type ResponseType = 'approval' | 'choice' | 'freeText' | 'rating';

/** What kind of answer a question asks for. The names are those of n8n's own operations of this kind. */
const responseType = choice<ResponseType>({
	displayName: 'Response Type',
	name: 'responseType',
	options: [
		{
			name: 'Any Reply',
			value: 'freeText',
			description: 'Anything that the contact writes or sends',
		},
		{
			name: 'Approval',
			value: 'approval',
			description:
				'Yes or no. The two answers are written below the message, with numbers; an unclear reply gives null.',
		},
		{
			name: 'Choice',
			value: 'choice',
			description:
				'One of several answers. They are written below the message, with numbers; an unclear reply gives null.',
		},
		{
			name: 'Rating',
			value: 'rating',
			description:
				'A number on a scale, which is written below the message, and a comment. An unclear reply gives null.',
		},
	],
	default: 'freeText',
	description:
		'What kind of answer to ask for. Contacts can answer with the number, the words of the answer, or common words for yes and no.',
});

const approveLabel = text({
	displayName: 'Approve Label',
	name: 'approveLabel',
	default: 'Sim',
	description: 'The answer that approves',
});

const disapproveLabel = text({
	displayName: 'Disapprove Label',
	name: 'disapproveLabel',
	default: 'Não',
	description: 'The answer that disapproves',
});

const choicesOffered = texts({
	displayName: 'Choices',
	name: 'choices',
	required: true,
	placeholder: 'e.g. Manhã,Tarde,Noite',
	description:
		'Comma-separated answers. With a template, write them as its buttons say; nothing is added to its text.',
});

const SCALES: Record<'oneToFive' | 'zeroToTen', Scale> = {
	oneToFive: { least: 1, most: 5 },
	zeroToTen: { least: 0, most: 10 },
};

const ratingScale = choice<keyof typeof SCALES>({
	displayName: 'Scale',
	name: 'ratingScale',
	options: [
		{ name: '0 to 10', value: 'zeroToTen' },
		{ name: '1 to 5', value: 'oneToFive', description: 'Stars count as well' },
	],
	default: 'oneToFive',
	description: 'The numbers that the contact can choose from',
});

/** What a question takes for an answer. */
export interface Response {
	/** The answers that are offered, in their order; undefined when any reply will do. */
	answers?: string[];
	/** Whether they are a yes and a no. */
	isApproval: boolean;
	/** The numbers that can be chosen from, where a rating is asked for. */
	scale?: Scale;
}

const offered = alternatives(responseType, {
	freeText: {},
	approval: { approve: approveLabel, disapprove: disapproveLabel },
	choice: { choices: choicesOffered },
	rating: { scale: ratingScale },
});

export const response: Field<Response> = {
	form: offered.form,
	read(source) {
		const { approve = 'Sim', disapprove = 'Não', choices, scale } = offered.read(source);
		switch (responseType.read(source)) {
			case 'approval':
				return { answers: [approve, disapprove], isApproval: true };
			case 'choice':
				if (choices) return { answers: choices, isApproval: false };
				throw new InputError(
					sentences.empty(choicesOffered.label),
					'Write the answers that the contact can choose from, with commas between them.',
				);
			case 'rating':
				return { isApproval: false, scale: SCALES[scale ?? 'oneToFive'] };
			default:
				return { isApproval: false };
		}
	},
};

const displayOptions = { show: { '/responseType': ['approval', 'choice', 'rating'] } };

const askAgainText = text({
	displayName: 'Ask Again With',
	name: 'askAgainText',
	typeOptions: { rows: 2 },
	displayOptions,
	default: 'Desculpe, não entendi. Por favor, responda com uma destas opções:',
	description: 'What to say when asking again; the answers are written below it, with numbers',
});

/** Of a question that has answers to choose from: how often to ask again, and with what. */
export const askAgain = together(
	{
		times: number({
			displayName: 'Ask Again if Not Understood',
			name: 'askAgain',
			typeOptions: { minValue: 0, maxValue: 10 },
			displayOptions,
			default: 1,
			description:
				'How often to ask again when a reply is none of the answers; after that, the workflow continues with the last reply',
		}),
		text: askAgainText,
	},
	({ times = 0, text: words = String(askAgainText.property.default) }) =>
		times < 1 ? undefined : { times, text: words },
);

/** Of a question for a rating: the key of the session's metadata that keeps it. */
export const saveRatingIn = text({
	displayName: 'Save Rating In',
	name: 'saveRatingIn',
	displayOptions: { show: { '/responseType': ['rating'] } },
	placeholder: 'e.g. nota',
	description:
		"Key of the session's metadata that keeps the rating; the comment is kept beside it, in the key with Comment at its end",
});

/** The message with the answers below it. */
export function withAnswers(message: string, { answers, scale }: Response): string {
	if (scale) return `${message}\n\n${numbersOf(scale).join(' · ')}`;
	if (!answers) return message;
	const lines = answers.map((answer, n) => `${n + 1}. ${answer}`);
	return `${message}\n\n${lines.join('\n')}`;
}

function numbersOf({ least, most }: Scale): number[] {
	return Array.from({ length: most - least + 1 }, (_, n) => least + n);
}
