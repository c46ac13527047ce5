import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { portuguese } from '../../tools/migrate/portuguese';
import { inLanguage, say } from '../../tools/migrate/sentences';
import { projectFolder } from '../support/package';

/** The patterns of all sentences that the code of the converter says. */
function patternsOfTheCode(): string[] {
	const folder = join(projectFolder, 'tools/migrate');
	const patterns = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.(ts|mjs)$/.test(name))
		.flatMap((name) => patternsIn(readFileSync(join(folder, name), 'utf8')));
	return [...new Set(patterns)].sort();
}

function patternsIn(source: string): string[] {
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'say') {
			found.push(patternOf(node.template));
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile('code.ts', source, ts.ScriptTarget.ES2022, true));
	return found;
}

function patternOf(template: ts.TemplateLiteral): string {
	if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
	const spans = template.templateSpans.map(({ literal }, index) => `{${index}}${literal.text}`);
	return template.head.text + spans.join('');
}

test('every sentence has its Portuguese, and there is none for what is not said', () => {
	expect(patternsOfTheCode()).toEqual(Object.keys(portuguese).sort());
});

test.each(Object.entries(portuguese))('%s has the same values in Portuguese', (english, other) => {
	const valuesIn = (pattern: string) => (pattern.match(/\{\d\}/g) ?? []).sort();
	expect(valuesIn(other)).toEqual(valuesIn(english));
});

test('a sentence within a sentence is of the same language', () => {
	const why = say`It names no contact.`;
	const whole = say`This node is still the old one. ${why}`;
	expect(inLanguage(whole, 'pt')).toBe(
		'Este node continua sendo o antigo. Ele não indica nenhum contato.',
	);
	expect(inLanguage(whole, 'en')).toBe('This node is still the old one. It names no contact.');
});
