declare const said: unique symbol;

/** What somebody gets to read, of the catalogue: only `say` makes it, and only a file sentences.ts uses that. */
export type Sentence = string & { readonly [said]: true };

/** Says a sentence of the catalogue, with what stands in it of an item. */
export function say(text: TemplateStringsArray, ...values: Array<string | number>): Sentence {
	return String.raw({ raw: text }, ...values) as Sentence;
}
