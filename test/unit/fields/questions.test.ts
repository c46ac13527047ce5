import {
	askAgain,
	response,
	saveRatingIn,
	withAnswers,
	type Response,
} from '../../../nodes/WtsChat/fields/response';
import { waitMs } from '../../../nodes/WtsChat/fields/waitLimit';
import { sourceOf } from '../../support/source';
import { blanks, refusalOf } from './support';

describe('the answer that a question asks for', () => {
	const read = (values: object) => response.read(sourceOf({ ...values }));
	const everything = {
		approveLabel: 'Pode',
		disapproveLabel: 'Agora não',
		choices: 'Manhã, Tarde',
		ratingScale: 'zeroToTen',
	};

	test.each<[string | undefined, Response]>([
		[undefined, { isApproval: false }],
		['freeText', { isApproval: false }],
		['approval', { answers: ['Pode', 'Agora não'], isApproval: true }],
		['choice', { answers: ['Manhã', 'Tarde'], isApproval: false }],
		['rating', { isApproval: false, scale: { least: 0, most: 10 } }],
	])('%s: only what belongs to it counts', (responseType, expected) => {
		expect(read({ ...everything, responseType })).toEqual(expected);
	});

	test.each(blanks)('has its usual words where they are %j', (blank) => {
		const approval = { responseType: 'approval', approveLabel: blank, disapproveLabel: blank };
		expect(read(approval)).toEqual({ answers: ['Sim', 'Não'], isApproval: true });
		const rating = { responseType: 'rating', ratingScale: blank };
		expect(read(rating)).toEqual({ isApproval: false, scale: { least: 1, most: 5 } });
		expect(refusalOf(() => read({ responseType: 'choice', choices: blank }))).toMatchObject({
			message: "'Choices' is empty",
			remedy: 'Write the answers that the contact can choose from, with commas between them.',
		});
	});
});

describe('a question is asked again', () => {
	const read = (values: object) => askAgain.read(sourceOf({ ...values }));

	test('only where there are answers to choose from; a rating alone is kept', () => {
		const shownFor = (values: string[]) => ({ show: { '/responseType': values } });
		for (const { displayOptions } of askAgain.form) {
			expect(displayOptions).toEqual(shownFor(['approval', 'choice', 'rating']));
		}
		expect(saveRatingIn.property.displayOptions).toEqual(shownFor(['rating']));
	});

	test.each([0, -1, undefined, ''])('never where %j times are chosen', (times) => {
		expect(read({ askAgain: times, askAgainText: 'Como?' })).toBeUndefined();
	});

	test('as often and with the words that are chosen, or the usual ones', () => {
		expect(read({ askAgain: 1, askAgainText: 'Como?' })).toEqual({ times: 1, text: 'Como?' });
		expect(read({ askAgain: '2', askAgainText: ' ' })).toEqual({
			times: 2,
			text: 'Desculpe, não entendi. Por favor, responda com uma destas opções:',
		});
	});
});

test.each<[Response, string]>([
	[{ isApproval: false }, 'Quando?'],
	[{ isApproval: false, answers: ['Manhã', 'Tarde'] }, 'Quando?\n\n1. Manhã\n2. Tarde'],
	[{ isApproval: false, scale: { least: 1, most: 5 } }, 'Quando?\n\n1 · 2 · 3 · 4 · 5'],
	[
		{ isApproval: false, scale: { least: 0, most: 10 } },
		'Quando?\n\n0 · 1 · 2 · 3 · 4 · 5 · 6 · 7 · 8 · 9 · 10',
	],
])('%j: the contact reads what can be answered', (asked, text) => {
	expect(withAnswers('Quando?', asked)).toBe(text);
});

describe('how long a question waits', () => {
	const read = (resumeAmount?: unknown, resumeUnit?: string) =>
		waitMs.read(sourceOf({ resumeAmount, resumeUnit }));

	test.each<[unknown, string | undefined, number]>([
		[1, 'minutes', 60_000],
		[0.5, 'hours', 1_800_000],
		['2', 'days', 172_800_000],
		[30, 'days', 2_592_000_000],
		[undefined, undefined, 86_400_000],
		['', '', 86_400_000],
		[2, undefined, 7_200_000],
	])('%j %j are %d ms', (amount, unit, ms) => {
		expect(read(amount, unit)).toBe(ms);
	});

	test.each([
		[0, 'minutes'],
		[-1, 'hours'],
		[30.001, 'days'],
	])('is neither nothing nor without end: %d %s', (amount, unit) => {
		expect(refusalOf(() => read(amount, unit))).toMatchObject({
			message: "'Limit Wait Time' has to be more than nothing and no more than 30 days",
			remedy: `Its value is now ${amount} ${unit}.`,
		});
	});
});
