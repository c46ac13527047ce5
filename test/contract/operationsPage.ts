import type { INodeProperties } from 'n8n-workflow';
import { formOf } from '../../nodes/WtsChat/fields/field';
import type { Resource } from '../../nodes/WtsChat/operations/operation';

/** Writes the page that lists every operation, what it calls and what can be filled in. */
export function operationsPage(resources: Resource[], calls: Map<string, Set<string>>): string {
	const sections = resources.flatMap(({ name, value, description, operations }) => [
		`## ${name}`,
		`${description}.`,
		table([
			['Operation', 'What it does', 'Calls', 'Fields'],
			...operations.map((operation) => [
				operation.name,
				operation.description,
				[...(calls.get(`${value}.${operation.value}`) ?? [])].map(code).join(', '),
				formOf(operation.fields).filter(isForPeople).map(fieldText).join(', '),
			]),
		]),
	]);
	return [
		'# Operations',
		'<!-- Made by `npm run docs`. -->',
		'Everything that the WTS Chat node can do. Members of a collection stand in brackets.',
		...sections,
		'',
	].join('\n\n');
}

function isForPeople({ displayOptions }: INodeProperties): boolean {
	return !displayOptions?.show?.['@tool'];
}

function fieldText(field: INodeProperties): string {
	const label = field.required ? `**${field.displayName}**` : field.displayName;
	if (field.type !== 'collection') return label;
	const members = (field.options as INodeProperties[]).map(({ displayName }) => displayName);
	return `${label} (${members.join(', ')})`;
}

const code = (text: string) => `\`${text}\``;

function table(rows: string[][]): string {
	const [head = [], ...body] = rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
	return [head, head.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
