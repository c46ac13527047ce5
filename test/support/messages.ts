import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Sentence } from '../../nodes/WtsChat/values/sentence';
import { projectFolder } from './package';

/** Where messages stand: the name of a class, function or property, and which of its values is the message. */
export const PLACES: Record<string, number> = {
	// what is thrown
	Error: 0,
	PlainError: 0,
	InputError: 0,
	ValueError: 0,
	DeliveryError: 0,
	NodeOperationError: 1,
	nodeError: 1,
	refuse: 0,
	onlyAlone: 0,
	// what the API has refused, and the credential's test
	message: 0,
	// what else stands under the output
	add: 0,
	// what a form shows in place of its fields
	customFieldsForm: 1,
	emptyFieldsNotice: 0,
	instead: 0,
	// what an item tells of its file
	problem: 0,
	// what a stranger at one of our addresses gets for an answer
	refused: 2,
	// n8n's log
	warn: 0,
};

/** What WTS Chat gets for an answer, a frame that other messages are put into, and a record by its name. */
const NOT_FOR_PEOPLE = new Set(['Event received', "'…' …", 'Message']);

/** Every message that the shipped code can give, with … where something of the item stands. */
export function messagesOfTheCode(): string[] {
	const messages = new Set([...shippedFiles().flatMap(messagesIn), ...catalogue()]);
	return [...messages].filter((message) => !NOT_FOR_PEOPLE.has(message)).sort();
}

/** Every sentence of the catalogue; what begins like a word follows the name of a field. */
function catalogue(): string[] {
	return shippedFiles()
		.filter((file) => file.endsWith('/sentences.ts'))
		.flatMap((file) => Object.values(require(file) as Record<string, Sentence | Saying>))
		.map((said) => (typeof said === 'string' ? said : said(...Array(said.length).fill('…'))))
		.map((said) => (/^[a-z]+ /.test(said) ? `'…' ${said}` : said));
}

type Saying = (...values: string[]) => string;

/** The files of the shipped code. */
export function shippedFiles(): string[] {
	return ['nodes', 'credentials'].flatMap((folder) =>
		readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.ts'))
			.map((name) => join(projectFolder, folder, name)),
	);
}

function messagesIn(file: string): string[] {
	const source = ts.createSourceFile(
		file,
		readFileSync(file, 'utf8'),
		ts.ScriptTarget.ES2022,
		true,
	);
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		const { name, values } = placeOf(node);
		const value = values[PLACES[name] ?? -1];
		const subject = ['refuse', 'ValueError'].includes(name) ? "'…' " : '';
		if (value) found.push(...textsOf(value).map((text) => subject + text));
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

/** The name and the values of a call, of a new object, or of a property. */
function placeOf(node: ts.Node): { name: string; values: readonly ts.Expression[] } {
	if (ts.isPropertyAssignment(node)) {
		return { name: node.name.getText(), values: [node.initializer] };
	}
	if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
		const name = node.expression.getText().split('.').pop() ?? '';
		return { name, values: node.arguments ?? [] };
	}
	return { name: '', values: [] };
}

/** The texts that an expression can become; none where it only hands on what stands elsewhere. */
function textsOf(node: ts.Expression): string[] {
	if (ts.isStringLiteralLike(node)) return [node.text];
	if (ts.isConditionalExpression(node)) {
		return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
	}
	if (ts.isIdentifier(node)) return textsOfConstant(node);
	if (!ts.isTemplateExpression(node)) return [];
	const spans = node.templateSpans.map(({ literal }) => `…${literal.text}`);
	return [node.head.text + spans.join('')];
}

/** The texts of a constant that stands in the same file. */
function textsOfConstant(name: ts.Identifier): string[] {
	const texts: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isVariableDeclaration(node) && node.name.getText() === name.text && node.initializer) {
			texts.push(...textsOf(node.initializer));
		}
		ts.forEachChild(node, visit);
	};
	visit(name.getSourceFile());
	return texts;
}
