/** Code between fences, as WhatsApp and Markdown write it. */
const BLOCK = /(```[\s\S]*?```)/g;

/** A block whose fences stand on lines of their own; the word behind the first one says its language. */
const ON_LINES = /^(```[\w+#.-]*[ \t]*\r?\n)([\s\S]*?)(\r?\n[ \t]*```)$/;

/** A block of code. */
export interface CodeBlock {
	open: string;
	code: string;
	close: string;
}

/** The text as it stands, where each block is a piece of its own. */
export function aroundBlocks(text: string): string[] {
	return text.split(BLOCK);
}

/** The pieces of the text, where those are one that a block of code reaches over. */
export function withWholeBlocks(text: string, pieces: string[]): string[] {
	const blocks = [...text.matchAll(BLOCK)].map(({ index, 0: block }) => {
		return { start: index, end: index + block.length };
	});
	const whole: string[] = [];
	let place = 0;
	for (const piece of pieces) {
		const isWithin = blocks.some(({ start, end }) => start < place && place < end);
		if (isWithin) whole.push((whole.pop() ?? '') + piece);
		else whole.push(piece);
		place += piece.length;
	}
	return whole;
}

/** The block of code that the text is; undefined where it is something else, or more than that. */
export function codeBlockIn(text: string): CodeBlock | undefined {
	const [block] = text.match(BLOCK) ?? [];
	if (block !== text) return undefined;
	const [, open = '```', code = block.slice(3, -3), close = '```'] = ON_LINES.exec(block) ?? [];
	return code.trim() === '' ? undefined : { open, code, close };
}
