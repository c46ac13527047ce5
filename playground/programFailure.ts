import { PlainError } from './plainError';

/** What the output of a program tells a person to do about its failure; the first that fits counts. */
export type Advice = Array<[RegExp, string]>;

const ABOUT_THE_MACHINE: Advice = [
	[
		/ENOSPC|EDQUOT|SQLITE_FULL|disk is full|no space left|wrote only \d+ of/i,
		'The disk is full. Free some space and start again.',
	],
	[
		/EACCES|EPERM|EROFS|SQLITE_(READONLY|CANTOPEN|PERM)/,
		'This user may not write to a file that is needed. Give the folder of the project to this user and start again.',
	],
	[
		/SIGKILL|SIGABRT|heap out of memory/i,
		'Something on this machine ended it: often there is too little memory. Close other programs and start again.',
	],
];

/** Says what failed, what the program said last, and what to do about it. */
export function programFailure(
	what: string,
	program: string,
	output: string,
	advice: Advice = [],
): PlainError {
	const said = forPeople(output);
	const fitting = [...ABOUT_THE_MACHINE, ...advice].find(([pattern]) =>
		pattern.test(`${what}\n${said}`),
	);
	const lastWords = said && `What ${program} said last:\n${said.replace(/^/gm, '  ')}`;
	return new PlainError([what, lastWords, fitting?.[1]].filter(Boolean).join('\n'));
}

/** What n8n says at each start. */
const CHATTER =
	/^( - N8N_|There are deprecations|Failed to start Python task runner|Automatic license renewal)/;

/** The last lines, without stack traces. */
function forPeople(output: string): string {
	return output
		.split('\n')
		.filter((line) => line.trim() && !CHATTER.test(line) && !/^\s*at .*[:(]/.test(line))
		.slice(-15)
		.join('\n');
}
