import fc from 'fast-check';
import { ratingIn } from '../../../nodes/WtsChat/values/ratings';
import { runs } from '../../support/runs';

const FIVE = { least: 1, most: 5 };
const TEN = { least: 0, most: 10 };

describe('from 1 to 5', () => {
	test.each<[string, number, string | null]>([
		['5', 5, null],
		[' 4. ', 4, null],
		['5!!!', 5, null],
		['５', 5, null],
		['④', 4, null],
		['5️⃣', 5, null],
		['5\u20e3', 5, null],
		['"5"', 5, null],
		['⭐⭐⭐⭐', 4, null],
		['⭐⭐⭐⭐⭐ muito bom', 5, 'muito bom'],
		['cinco, adorei ⭐', 5, 'adorei ⭐'],
		['⭐️⭐️⭐️', 3, null],
		['★★☆☆☆', 2, '☆☆☆'],
		['🌟🌟🌟🌟🌟 amei', 5, 'amei'],
		['⭐', 1, null],
		['5 ⭐', 5, null],
		['5⭐⭐⭐⭐⭐', 5, null],
		['cinco', 5, null],
		['Três estrelas', 3, null],
		['uma estrela', 1, null],
		['um', 1, null],
		['um, não gostei', 1, 'não gostei'],
		['nota um', 1, null],
		['one', 1, null],
		['uma', 1, null],
		['5/5', 5, null],
		['4 de 5', 4, null],
		['4,0', 4, null],
		['Nota 5', 5, null],
		['nota-5', 5, null],
		['nota: 4', 4, null],
		['Minha nota é 5!', 5, null],
		['dou 4', 4, null],
		['Bom dia! 5', 5, null],
		['acho que 4', 4, null],
		['5 muito bom', 5, 'muito bom'],
		['5, muito bom. Obrigado!', 5, 'muito bom. Obrigado!'],
		['5 - Ótimo atendimento', 5, 'Ótimo atendimento'],
		['5 👏👏', 5, '👏👏'],
		['5\nA Júlia foi ótima', 5, 'A Júlia foi ótima'],
		['4 demorou 10 minutos', 4, 'demorou 10 minutos'],
		['Muito bom, 5', 5, 'Muito bom'],
		['10 minutos de espera, 5', 5, '10 minutos de espera'],
		['um atendimento ótimo, 5', 5, 'um atendimento ótimo'],
		['Atendimento excelente, nota 5, parabéns', 5, 'Atendimento excelente parabéns'],
		['Muito bom 5', 5, 'Muito bom'],
		['A Júlia foi ótima - 5', 5, 'A Júlia foi ótima'],
		['Excelente!\n5', 5, 'Excelente!'],
		['Atendimento ótimo, nota 5!', 5, 'Atendimento ótimo'],
		['Fui atendido às 10, nota 3', 3, 'Fui atendido às 10'],
		['Esperei 2 horas. Dou 1', 1, 'Esperei 2 horas.'],
		['nota 4 porque demorou', 4, 'porque demorou'],
		['I would give it a 4', 4, 'I would'],
		['5 great service', 5, 'great service'],
		['de 1 a 5, dou 4', 4, null],
		['DE 1 ATÉ 5, dou 4', 4, null],
		['1 péssimo', 1, 'péssimo'],
		['não gostei nota 1', 1, 'não gostei'],
		['Não foi bom, nota 2', 2, 'Não foi bom'],
	])('"%s"', (text, rating, comment) => {
		expect(ratingIn(text, FIVE)).toEqual({ rating, comment });
	});

	test.each([
		'',
		'👍',
		'Muito bom',
		'0',
		'6',
		'10',
		'nota 10',
		'nota -5',
		'-1',
		'4,5',
		'4 e meio',
		'4 ou 5',
		'4-5',
		'4 a 5',
		'4/10',
		'5?',
		'é de 1 a 5?',
		'5 não, 4',
		'5, ou melhor, nota 3, nota 4',
		'não dou 5',
		'não dou nota 5',
		'Nunca daria uma nota 5',
		'não merecem nota 5',
		'eu não vou dar nota 5!',
		'I would never give it a 5',
		'3, aliás 4',
		'4 corrigindo: 5',
		'2 horas esperando',
		'10 minutos e nada',
		'2 atendentes me ignoraram',
		'3x liguei',
		'5h',
		'5:30',
		'50%',
		'5%',
		'Cheguei às 5',
		'Cheguei 12:05',
		'Foi em 12-05',
		'Pedido 4',
		'um pouco ruim',
		'um  pouco ruim',
		'uma  vergonha',
		'one  bad day',
		'Vocês são ⭐',
		'⭐⭐⭐⭐⭐⭐',
		'2 ⭐⭐⭐',
		'55',
		'1.250',
	])('none for sure: "%s"', (text) => {
		expect(ratingIn(text, FIVE).rating).toBeNull();
	});

	test('what is not understood is all comment', () => {
		expect(ratingIn('Não sei, foi estranho', FIVE)).toEqual({
			rating: null,
			comment: 'Não sei, foi estranho',
		});
	});
});

describe('from 0 to 10', () => {
	test.each<[string, number, string | null]>([
		['0', 0, null],
		['zero', 0, null],
		['10', 10, null],
		['🔟', 10, null],
		['1️⃣0️⃣', 10, null],
		['1\u20e30\u20e3', 10, null],
		['nota 10!', 10, null],
		['Nota dez', 10, null],
		['DEZ!!!', 10, null],
		['9/10', 9, null],
		['nove de dez', 9, null],
		['10 pontos', 10, null],
		['10 ⭐⭐⭐⭐⭐', 10, null],
		['de 0 a 10, 8', 8, null],
		['Recomendo muito, 10', 10, 'Recomendo muito'],
		['0, nunca mais volto', 0, 'nunca mais volto'],
		['7 o preço subiu', 7, 'o preço subiu'],
	])('"%s"', (text, rating, comment) => {
		expect(ratingIn(text, TEN)).toEqual({ rating, comment });
	});

	test.each(['11', '100', 'nota mil', '5/5', '5 estrelas', '⭐⭐⭐⭐⭐', '9,5', '10 vezes não'])(
		'none for sure: "%s"',
		(text) => {
			expect(ratingIn(text, TEN).rating).toBeNull();
		},
	);
});

test('whatever is written, a rating is on the scale', () => {
	const written = fc.oneof(
		fc.string(),
		fc
			.array(fc.oneof(fc.integer().map(String), fc.constantFrom('nota', 'de', '⭐', ',', 'bom')), {
				maxLength: 8,
			})
			.map((words) => words.join(' ')),
	);
	fc.assert(
		fc.property(written, (text) => {
			const { rating } = ratingIn(text, FIVE);
			expect(rating === null || [1, 2, 3, 4, 5].includes(rating)).toBe(true);
		}),
		runs(200),
	);
});

test('every number of a scale is read, alone and with a comment', () => {
	for (let n = TEN.least; n <= TEN.most; n++) {
		expect(ratingIn(`${n}`, TEN)).toEqual({ rating: n, comment: null });
		expect(ratingIn(`${n}, gostei`, TEN)).toEqual({ rating: n, comment: 'gostei' });
	}
});
