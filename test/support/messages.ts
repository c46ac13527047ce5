import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { projectFolder } from './package';

/** Which argument of a class or function is the message. */
const MESSAGE_OF: Record<string, number> = {
	InputError: 0,
	DeliveryError: 0,
	NodeOperationError: 1,
	refuse: 1,
};

/** What WTS Chat gets for an answer, and a frame that other messages are put into. */
const NOT_FOR_PEOPLE = new Set(['Event received', "'…' …"]);

/** Every message that the shipped code can give, with … where something of the item stands. */
export function messagesOfTheCode(): string[] {
	const files = ['nodes', 'credentials'].flatMap((folder) =>
		readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.ts'))
			.map((name) => join(projectFolder, folder, name)),
	);
	const messages = new Set(files.flatMap(messagesIn));
	return [...messages].filter((message) => !NOT_FOR_PEOPLE.has(message)).sort();
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
		if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
			const name = node.expression.getText();
			const argument = node.arguments?.[MESSAGE_OF[name] ?? -1];
			const subject = name === 'refuse' ? "'…' " : '';
			if (argument) found.push(...textsOf(argument).map((text) => subject + text));
		}
		// the sentences about what the API has refused, and the one of the credential's test
		if (ts.isPropertyAssignment(node) && node.name.getText() === 'message') {
			found.push(...textsOf(node.initializer));
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
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
