import { PlainError } from './plainError';

/** What n8n's output tells a person to do about a failure; the first that fits counts. */
const ADVICE: Array<[RegExp, string]> = [
	[
		/ENOSPC|EDQUOT|SQLITE_FULL|disk is full|no space left/i,
		'The disk is full. Free some space and start again.',
	],
	[
		/EADDRINUSE|already in use/i,
		'Another program uses one of its ports. Stop that program, or choose other ports: npm start -- --port 5700.',
	],
	[
		/EACCES|EPERM|EROFS|SQLITE_(READONLY|CANTOPEN|PERM)/,
		'This user may not write to its data. Give the folder to this user and start again.',
	],
	[
		/SIGKILL|SIGABRT|heap out of memory/i,
		'Something on this machine ended it: often there is too little memory. Close other programs and start again.',
	],
	[
		/SQLITE_(CORRUPT|NOTADB)|malformed|not a database/i,
		'Its database is damaged. Delete the folder that holds it to begin anew.',
	],
	[
		/Cannot find module|MODULE_NOT_FOUND|ENOENT|invalid ELF|ERR_DLOPEN/,
		'Its installation is not whole. Delete the folder playground/node_modules and start again.',
	],
];

/** Says what failed, what n8n said last, and what to do about it. */
export function n8nFailure(what: string, output: string): PlainError {
	const said = withoutStacks(output);
	const advice = ADVICE.find(([pattern]) => pattern.test(`${what}\n${said}`))?.[1];
	const lastWords = said && `What n8n said last:\n${said.replace(/^/gm, '  ')}`;
	return new PlainError([what, lastWords, advice].filter(Boolean).join('\n'));
}

/** What n8n says at each start. */
const CHATTER =
	/^( - N8N_|There are deprecations|Failed to start Python task runner|Automatic license renewal)/;

/** The last lines that are for people. */
function withoutStacks(output: string): string {
	return output
		.split('\n')
		.filter((line) => line.trim() && !CHATTER.test(line) && !/^\s*at .*[:(]/.test(line))
		.slice(-15)
		.join('\n');
}
