// Turns the nodes of n8n-nodes-wts in a workflow file into nodes of this package.
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

/** The exit code when nodes had to stay the old ones. */
const SOME_LEFT = 2;

function main(): number {
	const { file, out, help } = readOptions();
	if (help) {
		console.log(usage);
		return 0;
	}
	const { content, workflows } = workflowsIn(read(file));
	const results = workflows.map(convertWorkflow);
	const json = `${JSON.stringify(content, null, 2)}\n`;
	const report = `${workflows.map(({ name }, index) => chapter(name, results[index])).join('\n\n')}\n`;
	if (out === undefined) {
		process.stdout.write(json);
		process.stderr.write(report);
	} else {
		const notes = `${out.replace(/\.json$/i, '')}.notes.txt`;
		writeFileSync(out, json);
		writeFileSync(notes, report);
		console.log(`The converted workflow is in ${out}, and what needs a look in ${notes}.`);
	}
	return results.some(({ untouched }) => untouched.length > 0) ? SOME_LEFT : 0;
}

/** What there is to say of a workflow. */
function chapter(name: unknown, result: Converted | undefined): string {
	const { converted = [], untouched = [], findings = [] } = result ?? {};
	const title = typeof name === 'string' ? `Workflow "${name}"` : 'Workflow';
	if (converted.length + untouched.length === 0) {
		return `${title}: there is no node of n8n-nodes-wts in it; it stays as it is.`;
	}
	const left = untouched.length > 0 ? `; still old: ${untouched.join(', ')}` : '';
	return `${title}: ${converted.length} converted${left}.\n\n${reportOf(findings)}`;
}

function readOptions(): { file: string; out?: string; help?: boolean } {
	try {
		const { values, positionals } = parseArgs({
			options: { out: { type: 'string' }, help: { type: 'boolean' } },
			allowPositionals: true,
		});
		if (values.help) return { file: '', help: true };
		const [file, ...others] = positionals;
		if (file === undefined) throw new PlainError(`Which file?\n\n${usage}`);
		if (others.length > 0) throw new PlainError(`One file at a time, please.\n\n${usage}`);
		if (values.out !== undefined && resolve(values.out) === resolve(file)) {
			throw new PlainError('Choose another name for --out, so that the old workflow is kept.');
		}
		return { file, out: values.out };
	} catch (error) {
		if (error instanceof PlainError) throw error;
		throw new PlainError(`${(error as Error).message}\n\n${usage}`);
	}
}

function read(file: string): string {
	if (!existsSync(file)) throw new PlainError(`There is no file ${file}.`);
	if (!statSync(file).isFile()) throw new PlainError(`${file} is not a file.`);
	return textOf(readFileSync(file));
}

try {
	process.exitCode = main();
} catch (error) {
	console.error(error instanceof PlainError ? error.message : error);
	process.exitCode = 1;
}
