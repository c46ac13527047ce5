import type { Division } from '../values/messageParts';
import { choice } from './kinds/choice';
import { atLeastOne, boolean, number } from './kinds/plain';
import { together } from './kinds/together';

/** How a text is sent as several messages. */
export interface Splitting extends Division {
	/** Whether the contact sees "typing" between them, for as long as writing would take. */
	typing: boolean;
}

const splitInto = choice<'paragraphs' | 'length'>({
	displayName: 'Split Into Messages',
	name: 'splitInto',
	options: [
		{
			name: 'By Length',
			value: 'length',
			description: 'As few messages as the longest one allows',
		},
		{
			name: 'By Paragraph',
			value: 'paragraphs',
			description: 'Each paragraph is a message; one that is too long becomes several',
		},
	],
	default: 'paragraphs',
	description:
		'How to send a long text as several messages, one after another. Words, links, emojis and, where they fit, entries of lists stay whole.',
});

const displayOptions = { show: { splitInto: ['length', 'paragraphs'] } };

const most = number({
	displayName: 'Longest Message (Characters)',
	name: 'splitLength',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	displayOptions,
	default: 600,
	description: 'Characters that each of the messages has at most',
}).checked(atLeastOne);

const typing = boolean({
	displayName: 'Typing Between Messages',
	name: 'splitTyping',
	displayOptions,
	default: true,
	description:
		'Whether to wait before each further message for as long as writing it would take, 8 seconds at most; on channels that can, the contact sees "typing". It is on unless it is switched off here.',
});

/** Whether and how to send a text as several messages; undefined for as one. */
export const splitting = together(
	{ splitInto, most, typing },
	({ splitInto: way, most: characters = 600, typing: types = true }): Splitting | undefined =>
		way && { byParagraph: way === 'paragraphs', most: characters, typing: types },
);
