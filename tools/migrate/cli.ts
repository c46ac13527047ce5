import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PlainError } from '../../playground/plainError';
import { convertWorkflow, type Converted } from './convert';
import { reportOf } from './findings';
import { textOf, workflowsIn } from './workflow';

const usage = `Usage: npm run migrate -- workflow.json [--out converted.json]

Without --out, the converted workflow goes to the output and the list of what needs a look to the
error output. Exit code: 0 when all is converted, 2 when some nodes are still the old ones, 1 when
nothing could be done.`;

/** Exit codes. */
const DONE = 0;
const NOTHING_DONE = 1;
const SOME_LEFT = 2;

/** Where the program writes to. */
export interface Terminal {
	output(text: string): void;
	error(text: string): void;
}

/**
 * Turns the nodes of n8n-nodes-wts in a workflow file into nodes of this package.
 *
 * @param args what stands behind the command
 * @returns the exit code
 */
export function migrate(args: string[], terminal: Terminal): number {
	try {
		const { file, out, help } = optionsIn(args);
		if (!help) return convertFile(String(file), out, terminal);
		terminal.output(`${usage}\n`);
		return DONE;
	} catch (error) {
		if (!(error instanceof PlainError)) throw error;
		terminal.error(`${error.message}\n`);
		return NOTHING_DONE;
	}
}

function convertFile(file: string, out: string | undefined, terminal: Terminal): number {
	const { content, workflows } = workflowsIn(read(file));
	const results = workflows.map((workflow) => ({
		name: workflow.name,
		...convertWorkflow(workflow),
	}));
	const json = `${JSON.stringify(content, null, 2)}\n`;
	const report = `${results.map(chapter).join('\n\n')}\n`;
	if (out === undefined) {
		terminal.output(json);
		terminal.error(report);
	} else {
		const notes = `${out.replace(/\.json$/i, '')}.notes.txt`;
		write(out, json);
		write(notes, report);
		terminal.output(`The converted workflow is in ${out}, and what needs a look in ${notes}.\n`);
	}
	return results.some(({ untouched }) => untouched.length > 0) ? SOME_LEFT : DONE;
}

/** What there is to say of a workflow. */
function chapter({ name, converted, untouched, findings }: Converted & { name?: unknown }): string {
	const title = typeof name === 'string' ? `Workflow "${name}"` : 'Workflow';
	if (findings.length === 0) {
		return `${title}: there is no node of n8n-nodes-wts in it; it stays as it is.`;
	}
	const left = untouched.length > 0 ? `; still old: ${untouched.join(', ')}` : '';
	return `${title}: ${converted.length} converted${left}.\n\n${reportOf(findings)}`;
}

function optionsIn(args: string[]): { file?: string; out?: string; help?: boolean } {
	const { values, positionals } = parsed(args);
	const [file, ...others] = positionals;
	if (values.help) return { help: true };
	if (file === undefined) throw new PlainError(`Which file?\n\n${usage}`);
	if (others.length > 0) throw new PlainError(`One file at a time, please.\n\n${usage}`);
	if (values.out !== undefined && resolve(values.out) === resolve(file)) {
		throw new PlainError('Choose another name for --out, so that the old workflow is kept.');
	}
	return { file, out: values.out };
}

function parsed(args: string[]) {
	try {
		const options = { out: { type: 'string' }, help: { type: 'boolean' } } as const;
		return parseArgs({ args, options, allowPositionals: true });
	} catch (error) {
		throw new PlainError(`${(error as Error).message}\n\n${usage}`);
	}
}

function read(file: string): string {
	if (!existsSync(file)) throw new PlainError(`There is no file ${file}.`);
	if (!statSync(file).isFile()) throw new PlainError(`${file} is not a file.`);
	return textOf(readFileSync(file));
}

function write(file: string, text: string): void {
	try {
		writeFileSync(file, text);
	} catch (error) {
		throw new PlainError(`${file} cannot be written: ${(error as Error).message}`);
	}
}
