import fc from 'fast-check';
import { matchesAny, type Extent } from '../../../nodes/WtsChat/values/textMatch';
import { runs } from '../../support/runs';

test.each<[text: string, phrase: string, extents: Extent[]]>([
	['sair', 'sair', ['word', 'part', 'all']],
	['SAIR!', 'sair', ['word', 'part', 'all']],
	['quero sair, por favor', 'Sair', ['word', 'part']],
	['saireis', 'sair', ['part']],
	['sair2', 'sair', ['part']],
	['ressair', 'sair', ['part']],
	['sai', 'sair', []],
	['Não, obrigada', 'nao', ['word', 'part']],
	['nao', 'NÃO', ['word', 'part', 'all']],
	['na\u0303o', 'n\u00E3o', ['word', 'part', 'all']],
	['Preço?', 'preco', ['word', 'part', 'all']],
	['o carro', 'caro', []],
	['meu pedido\n atrasou', 'pedido atrasou', ['word', 'part']],
	['meu pedido, atrasou', 'pedido atrasou', []],
	['meus pedidos atrasou', 'pedido', ['part']],
	['meu pedido atrasou', 'pedido  atrasou', ['word', 'part']],
	['quanto custa?', '?', ['word', 'part']],
	['custa?quanto', '?', ['word', 'part']],
	['?', '?', ['word', 'part', 'all']],
	['R$ 10,00 (dez)', 'r$ 10,00', ['word', 'part']],
	['R$ 10,001', 'r$ 10,00', ['part']],
	['1.5', '1,5', []],
	['a.b', 'a+b', []],
	['aab', 'a+b', []],
	['👍🏽', '👍', ['word', 'part', 'all']],
	['ok👍', '👍', ['word', 'part']],
	['s\u200Bair', 'sair', ['word', 'part', 'all']],
	['ＳＡＩＲ', 'sair', ['word', 'part', 'all']],
	['', 'sair', []],
	['sair', '🏽', []],
	['sair', '\u200B', []],
	['sair', '\u0301', []],
	['sair', ' ', []],
	['quero sair', ' sair\n', ['word', 'part']],
	['👍🏽', ' 🏽 ', ['word', 'part', 'all']],
	['👍🏽', '🏽', ['word', 'part', 'all']],
])('%j has %j as %j', (text, phrase, extents) => {
	const all: Extent[] = ['word', 'part', 'all'];
	expect(all.filter((extent) => matchesAny(text, [phrase], extent))).toEqual(extents);
});

test('one of several phrases is enough', () => {
	expect(matchesAny('quero parar', ['sair', 'parar'], 'word')).toBe(true);
	expect(matchesAny('quero ficar', ['sair', 'parar'], 'word')).toBe(false);
});

test('every phrase is all of itself, and what is all of a text is a part of it', () => {
	fc.assert(
		fc.property(
			fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() !== ''),
			(phrase) => {
				expect(matchesAny(phrase, [phrase], 'part')).toBe(true);
				expect(matchesAny(phrase, [phrase], 'all')).toBe(true);
				expect(matchesAny(`${phrase} sim`, [phrase], 'word')).toBe(true);
			},
		),
		runs(200),
	);
});
