import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resources } from '../../nodes/WtsChat/resources';
import { resources as oldResources } from '../../tools/migrate/resources';
import { projectFolder } from '../support/package';
import { oldCalls } from './oldCalls';
import { migratedNode } from './support';

const places = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({
		place: `${resource.name} → ${operation.name}`,
		resource: resource.value,
		operation: operation.value,
	})),
);

const pages = [
	['migrate-from-n8n-nodes-wts.md', 'All 39 actions'],
	['migrate-from-n8n-nodes-wts.pt-BR.md', 'As 39 ações'],
] as const;

/** The cells of the table of actions, without its head. */
function actionsIn(page: string, heading: string): string[][] {
	const text = readFileSync(join(projectFolder, 'docs', page), 'utf8');
	const section = text.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
	return section
		.split('\n')
		.filter((line) => line.startsWith('|'))
		.slice(2)
		.map((line) => line.split('|').slice(1, -1))
		.map((cells) => cells.map((cell) => cell.trim()));
}

/** Where the converter takes an old operation. */
function placeOf(operation: string): string | undefined {
	const resource = Object.keys(oldResources).find(
		(name) => operation in (oldResources[name]?.conversions ?? {}),
	);
	const contacts = { contactsId: { contactId: ['1'] } };
	const { parameters } = migratedNode({ resource, operation, ...contacts }).node;
	return places.find(
		(place) => place.resource === parameters?.resource && place.operation === parameters.operation,
	)?.place;
}

describe.each(pages)('%s', (page, heading) => {
	const rows = actionsIn(page, heading);

	test('tells of each of the 39 old actions where the converter takes it', () => {
		expect(new Set(rows.map(([old]) => old)).size).toBe(39);
		expect(rows.map(([, here]) => here)).toEqual(Object.keys(oldCalls).map(placeOf));
	});

	test('the operations named in the explanations exist', () => {
		const named = rows.flatMap(([, , changes = '']) =>
			[...changes.matchAll(/(?:^|[:;] |, )((?:[A-Z]\w+ ?)+) → ((?:[A-Z]\w+ ?(?:or |in )?)+)/g)].map(
				([, resource = '', operation = '']) => `${resource.trim()} → ${operation.trim()}`,
			),
		);
		expect(named.length).toBeGreaterThan(3);
		expect(named.filter((name) => !places.some(({ place }) => name.startsWith(place)))).toEqual([]);
	});
});

test('both editions have the same actions', () => {
	const [english, portuguese] = pages.map(([page, heading]) =>
		actionsIn(page, heading).map(([old, here]) => [old, here]),
	);
	expect(portuguese).toEqual(english);
});
