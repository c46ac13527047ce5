import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { executeFilter, Expression, type FilterValue, type IDataObject } from 'n8n-workflow';
import { askForConfirmation } from '../../playground/workflows/askForConfirmation';
import type { Sandbox } from '../../playground/sandbox';
import { exampleNames, readExample } from '../support/examples';
import { projectFolder } from '../support/package';

/** What Send and Wait for Reply gives to the next node, with an approval. */
const ENDINGS: IDataObject[] = [
	{ replied: true, approved: true },
	{ replied: true, approved: false },
	{ replied: true, approved: null },
	{ replied: false },
];

interface Step {
	name: string;
	type: string;
	parameters: object;
}

const workflows: Array<[string, Step[]]> = [
	...exampleNames.map((name): [string, Step[]] => [name, readExample(name).nodes]),
	['askForConfirmation', askForConfirmation({ url: 'http://localhost' } as Sandbox).nodes],
];

const resolved = (value: unknown, $json: IDataObject) =>
	typeof value === 'string' && value.startsWith('=')
		? Expression.resolveWithoutWorkflow(value.slice(1), { $json })
		: value;

/** The output of a Switch node that an item leaves by. */
function outputOf({ parameters }: Step, json: IDataObject): unknown {
	const { output, rules } = parameters as {
		output?: string;
		rules?: { values: Array<{ conditions: FilterValue }> };
	};
	if (!rules) return resolved(output, json);
	return rules.values.findIndex(({ conditions: { conditions, ...filter } }) => {
		const read = conditions.map((one) => ({
			...one,
			leftValue: resolved(one.leftValue, json) as boolean,
		}));
		return executeFilter({ ...filter, conditions: read });
	});
}

const branching = workflows.flatMap(([workflow, steps]) =>
	steps
		.filter(({ type, parameters }) => {
			const isNote = type.endsWith('.stickyNote');
			return !isNote && JSON.stringify(parameters).includes('approved');
		})
		.map((step): [string, Step] => [workflow, step]),
);

test('examples and demos that ask for an approval are known', () => {
	expect(branching.map(([workflow]) => workflow)).toEqual([
		'appointment-confirmation',
		'askForConfirmation',
	]);
});

test.each(branching)('%s goes four ways: yes, no, not understood, silence', (_workflow, step) => {
	expect(step.type).toBe('n8n-nodes-base.switch');
	expect(ENDINGS.map((json) => outputOf(step, json))).toEqual([0, 1, 2, 3]);
});

const pages = ['docs/send-and-wait.md', 'docs/send-and-wait.pt-BR.md'];

test.each(pages)('the expression in %s goes four ways', (page) => {
	const text = readFileSync(join(projectFolder, page), 'utf8');
	const [expression = ''] = /^\{\{ .*approved.* \}\}$/m.exec(text) ?? [];
	const step = { name: '', type: '', parameters: { output: `=${expression}` } };
	expect(ENDINGS.map((json) => outputOf(step, json))).toEqual([0, 1, 2, 3]);
});
