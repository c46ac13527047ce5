import fc from 'fast-check';
import { messagePartsOf, type Division } from '../../../nodes/WtsChat/values/messageParts';
import { runs } from '../../support/runs';

const byLength = (most: number): Division => ({ most, byParagraph: false });
const byParagraph = (most: number): Division => ({ most, byParagraph: true });

describe('by paragraph', () => {
	test.each<[string, string, number, string[]]>([
		['one paragraph', 'Bom dia!', 600, ['Bom dia!']],
		['two', 'Bom dia!\n\nSeu pedido saiu.', 600, ['Bom dia!', 'Seu pedido saiu.']],
		['lines of one', 'Bom dia!\nSeu pedido saiu.', 600, ['Bom dia!\nSeu pedido saiu.']],
		['blank lines with blanks', '\n\na\n \t\n\n  b\r\n\r\nc\n\n', 600, ['a', 'b', 'c']],
		['one that is too long', 'um dois\n\ntrês', 4, ['um', 'dois', 'três']],
	])('%s', (_, text, most, parts) => {
		expect(messagePartsOf(text, byParagraph(most))).toEqual(parts);
	});
});

describe('by length', () => {
	test.each<[string, string, number, string[]]>([
		['what fits stays one', 'um\n\ndois', 8, ['um\n\ndois']],
		['paragraphs are kept together as they fit', 'a\n\nb\n\nc', 4, ['a\n\nb', 'c']],
		['then lines', 'um dois\ntrês\n\nx', 8, ['um dois', 'três\n\nx']],
		['then sentences', 'Oi! Tudo bem? Sim.', 14, ['Oi! Tudo bem?', 'Sim.']],
		['then words', 'um dois três', 7, ['um dois', 'três']],
		[
			'a word that is longer stays whole',
			'a inconstitucional b',
			5,
			['a', 'inconstitucional', 'b'],
		],
		[
			'a link stays whole',
			'Veja https://exemplo.com.br/a?b=c.d!E aqui',
			10,
			['Veja', 'https://exemplo.com.br/a?b=c.d!E', 'aqui'],
		],
		[
			'a link stays whole, whatever stands in it',
			'https://exemplo.com/你好世界/😀 oi',
			10,
			['https://exemplo.com/你好世界/😀', 'oi'],
		],
		[
			'an entry keeps those within it, as far as they fit',
			'- a\n- um\n  - dois\n- três',
			13,
			['- a', '- um\n  - dois', '- três'],
		],
		[
			'a code stays whole',
			'PIX: 00020126580014br.gov.bcb.pix***6304AB12 ok',
			12,
			['PIX:', '00020126580014br.gov.bcb.pix***6304AB12', 'ok'],
		],
		[
			'entries of a list stay whole',
			'Temos:\n- pão de queijo\n- bolo de fubá\n  com goiabada\n1. café',
			30,
			['Temos:\n- pão de queijo', '- bolo de fubá\n  com goiabada', '1. café'],
		],
		[
			'an entry that is too long is divided like any text',
			'- um. Dois três.\n- quatro',
			10,
			['- um.', 'Dois três.', '- quatro'],
		],
		['the number of an entry stays with its words', '1. Pão quente', 7, ['1. Pão', 'quente']],
		[
			'an abbreviation ends no sentence',
			'Olá, Dr. Silva. Até já.',
			15,
			['Olá, Dr. Silva.', 'Até já.'],
		],
		['emojis stay whole', '👩‍👩‍👧👍🏽🇧🇷', 9, ['👩‍👩‍👧', '👍🏽🇧🇷']],
		['where no blanks stand, words do', '你好世界', 2, ['你好', '世界']],
		[
			'a word between them is cut from none of its letters',
			'你好hello世界',
			5,
			['你好', 'hello', '世界'],
		],
		['a mark stays with the word before it', '你好。再见', 2, ['你好。', '再见']],
		['nothing but blanks is nothing', ' \n\n ', 5, []],
	])('%s', (_, text, most, parts) => {
		expect(messagePartsOf(text, byLength(most))).toEqual(parts);
	});
});

describe('a block of code', () => {
	const code = '```js\nconst a = 1;\n\nif (a) {\n  b();\n}\n```';

	test.each<[string, string, Division, string[]]>([
		[
			'with a blank line stays whole',
			`Veja:\n\n${code}\n\nPronto.`,
			byParagraph(600),
			['Veja:', code, 'Pronto.'],
		],
		[
			'stays whole where the text around it does not fit',
			`Veja aqui: ${code} Pronto, é isso.`,
			byLength(50),
			['Veja aqui:', code, 'Pronto, é isso.'],
		],
		[
			'that is too long is cut between its lines, and each part has its fences',
			code,
			byParagraph(32),
			['```js\nconst a = 1;\n```', '```\nif (a) {\n  b();\n}\n```'],
		],
		[
			'keeps what its lines begin with',
			'```\nif (a)\n  b();\n```',
			byLength(15),
			['```\nif (a)\n```', '```\n  b();\n```'],
		],
		[
			'may begin and end beside its fences, as on WhatsApp',
			'```um\n\ndois```',
			byParagraph(600),
			['```um\n\ndois```'],
		],
		['and is cut there as well', '```um\n\ndois```', byParagraph(10), ['```um```', '```dois```']],
		[
			'in which no room is between the fences is cut like any text',
			'```\num dois\n```',
			byLength(4),
			['um', 'dois'],
		],
		[
			'in which one character has room has its fences',
			'```\na b\n```',
			byLength(9),
			['```\na\n```', '```\nb\n```'],
		],
		[
			'loses the blank lines at a cut',
			'```\noverlong\n\nab\n```',
			byLength(12),
			['```\noverlong\n```', '```\nab\n```'],
		],
		[
			'has no part that is blank',
			'```\noverlong\n\nlonger\n```',
			byLength(12),
			['```\noverlong\n```', '```\nlonger\n```'],
		],
		[
			'with blank space around it is cut the same',
			' ```\na\nb\n``` \n',
			byLength(9),
			['```\na\n```', '```\nb\n```'],
		],
		['that nobody has closed is none', 'a\n\n```\nb\n\nc', byParagraph(600), ['a', '```\nb', 'c']],
		['without code is left as it is', '```\n```', byLength(3), ['```\n```']],
	])('%s', (_, text, division, parts) => {
		expect(messagePartsOf(text, division)).toEqual(parts);
	});

	test('is whole in each part, and nothing of any text is lost', () => {
		const line = fc.constantFrom('a', 'let b = c;', '  d();', '', '', '- e', 'f '.repeat(9));
		const block = fc
			.tuple(
				fc.constantFrom('```\n', '```js\n', '```'),
				fc.array(line, { minLength: 1, maxLength: 8 }),
			)
			.map(([open, all]) => `${open}x${all.join('\n')}\n\`\`\``);
		const paragraph = fc.constantFrom('Oi.', 'Tudo bem? Sim.', '- um\n- dois');
		const said = fc
			.array(fc.oneof(block, paragraph), { minLength: 1, maxLength: 6 })
			.map((all) => all.join('\n\n'));
		const division = fc.record({
			most: fc.integer({ min: 20, max: 90 }),
			byParagraph: fc.boolean(),
		});
		const bare = (text: string) => text.replace(/```(?:js\n)?|\s/g, '');
		fc.assert(
			fc.property(said, division, (text, how) => {
				const parts = messagePartsOf(text, how);
				expect(parts.map(bare).join('')).toBe(bare(text));
				for (const part of parts) {
					expect((part.match(/```/g) ?? []).length % 2).toBe(0);
					expect(part.length).toBeLessThanOrEqual(how.most);
				}
			}),
			runs(300),
		);
	});
});

describe('whatever the text', () => {
	const word = fc.oneof(
		fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
		fc.constantFrom(
			'sim',
			'R$ 1.250,00',
			'Dr.',
			'bom!',
			'Por quê?',
			'https://exemplo.com.br/a?b=c#d.E',
			'👩‍👩‍👧',
			'🇧🇷🇵🇹',
			'1️⃣',
			'e\u0301',
			'你好世界',
			'สวัสดีครับ',
		),
	);
	const blank = fc.constantFrom(' ', '  ', '\n', '\n\n', '\r\n', '\n- ', '\n2. ', '\n  ', '\n \n');
	const texts = fc
		.array(fc.tuple(word, blank), { minLength: 1, maxLength: 40 })
		.map((all) => all.flat().join(''));
	const divisions = fc.record({
		most: fc.integer({ min: 1, max: 80 }),
		byParagraph: fc.boolean(),
	});

	/** Where each part stands in the text. */
	function placesOf(text: string, parts: string[]): Array<{ start: number; end: number }> {
		let from = 0;
		return parts.map((part) => {
			const start = text.indexOf(part, from);
			from = start + part.length;
			return { start, end: from };
		});
	}

	test('the parts are the text, but for blank space between them', () => {
		fc.assert(
			fc.property(texts, divisions, (text, division) => {
				const places = placesOf(text, messagePartsOf(text, division));
				const gaps = [...places, { start: text.length, end: 0 }].map(({ start }, n) =>
					text.slice(places[n - 1]?.end ?? 0, start),
				);
				expect(gaps.join('').trim()).toBe('');
			}),
			runs(300),
		);
	});

	test('a part is no longer than allowed, unless it is one word', () => {
		fc.assert(
			fc.property(texts, divisions, (text, division) => {
				for (const part of messagePartsOf(text, division)) {
					expect(part.length <= division.most || !/\s/.test(part)).toBe(true);
				}
			}),
			runs(300),
		);
	});

	test('no character and no word of letters is cut', () => {
		const characters = new Intl.Segmenter('pt', { granularity: 'grapheme' });
		fc.assert(
			fc.property(texts, divisions, (text, division) => {
				const begins = new Set([...characters.segment(text)].map(({ index }) => index));
				for (const { start, end } of placesOf(text, messagePartsOf(text, division))) {
					expect(begins.has(start)).toBe(true);
					expect(end === text.length || begins.has(end)).toBe(true);
					expect(/[a-z]$/i.test(text.slice(0, start)) && /^[a-z]/i.test(text.slice(start))).toBe(
						false,
					);
				}
			}),
			runs(300),
		);
	});
});
