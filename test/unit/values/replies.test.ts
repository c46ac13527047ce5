import fc from 'fast-check';
import { approvalMeant, choiceMeant } from '../../../nodes/WtsChat/values/replies';
import { runs } from '../../support/runs';

/** Yes, no, or not understood, with the labels that the form comes with. */
const meaning = (reply: string, labels: [string, string] = ['Sim', 'Não']) =>
	({ 0: 'yes', 1: 'no' })[approvalMeant(reply, labels) ?? -1] ?? 'not understood';

const YES = [
	...['s\u200bim', '\u200eSim', 'sim, dia 12 às 9h', 'Sim, 2 pessoas', 'opção: um'],
	...['sim, 12', 'n º 1', 'nº um'],
	...[
		'1',
		'1.',
		'1)',
		'(1)',
		'1!',
		'#1',
		'1️⃣',
		'①',
		'１',
		'1ª',
		'1º',
		'nº 1',
		'N° 1',
		'n.º 1',
		'opção 1',
	],
	...[
		'Opção nº 1',
		'a 1',
		'opcao um',
		'a primeira',
		'Primeira opção',
		'quero a 1',
		'option 1',
		'number one',
	],
	...[
		'1 sim',
		'1. Sim',
		'1 - sim',
		'1) Sim!',
		'1. SIM 👍',
		'1 confirmo',
		'1, por favor',
		'sim 1',
		'sim (1)',
	],
	...[
		'Sim',
		'sim',
		'SIM!!!',
		'siiim',
		'simmm',
		'Siiimmm',
		'S',
		's.',
		'ss',
		'"Sim"',
		'*sim*',
		'  sim\n',
		'sim...',
	],
	...[
		'sim, pode ser!',
		'sim, claro',
		'sim, obrigada',
		'sim por favor',
		'Sim kkkk',
		'sim rsrs',
		'sim 😂😂',
	],
	...[
		'Oi, sim',
		'Bom dia! Sim, confirmo.',
		'boa tarde, confirmado',
		'sim sim',
		'sim senhor',
		'Sim ✅',
	],
	...[
		'sim, já estou a caminho',
		'Sim, quero às 15h',
		'sim, não tem problema',
		'sim, sem problemas',
	],
	...[
		'claro',
		'claro!',
		'claroooo',
		'Claro que sim',
		'lógico',
		'com certeza',
		'Com certeza!!',
		'sem dúvida',
	],
	...[
		'pode sim',
		'Pode',
		'pode confirmar',
		'Pode confirmar, obrigado',
		'pode ser',
		'podem confirmar sim',
	],
	...[
		'confirmo',
		'Confirmo sim',
		'confirmado',
		'confirmada',
		'Confirmadíssimo',
		'confirmo presença',
		'está confirmado',
	],
	...[
		'eu confirmo',
		'confirmo sim, obrigada pelo aviso',
		'aceito',
		'autorizo',
		'concordo',
		'de acordo',
		'aprovado',
	],
	...[
		'ok',
		'OK!',
		'okk',
		'Okay',
		'tá ok',
		'ta bom',
		'Tá certo',
		'blz',
		'beleza',
		'beleza, confirmado!',
		'fechado',
	],
	...[
		'combinado',
		'Perfeito',
		'ótimo',
		'show',
		'isso',
		'isso mesmo',
		'isssooo',
		'isso aí',
		'exatamente',
		'positivo',
	],
	...[
		'quero',
		'quero sim',
		'vou sim',
		'vamos',
		'bora',
		'Boraaa',
		'partiu',
		'uhum',
		'aham',
		'agora sim',
		'é sim',
	],
	...[
		'yes',
		'Yes!',
		'yesss',
		'yeah',
		'yep',
		'yup',
		'y',
		'sure',
		'Sure thing',
		'of course',
		'yes please',
		'ok, thanks',
	],
	...[
		'absolutely',
		'confirmed',
		'I confirm',
		'sounds good',
		'go ahead',
		'alright',
		'deal',
		'yes, I will be there',
	],
	...[
		'👍',
		'👍🏽',
		'👍🏿👍🏿',
		'✅',
		'✔️',
		'👌🏻',
		'🆗',
		'👍 obrigado',
		'ok 👍',
		'👍👍👍 sim',
		'sem problema, pode confirmar',
	],
];

const NO = [
	...['não\nestou viajando'],
	...[
		'2',
		'2.',
		'2)',
		'2️⃣',
		'②',
		'nº 2',
		'n° 2',
		'opção 2',
		'opção dois',
		'dois',
		'a segunda',
		'a 2',
		'2ª',
	],
	...['2 não', '2. Não', '2 - nao', '2) Não, obrigado', 'não 2', 'n 2'],
	...[
		'Não',
		'nao',
		'NÃO',
		'naooo',
		'Nãããão',
		'não!',
		'n',
		'N.',
		'nn',
		'ñ',
		'naum',
		'não não',
		'não kkk',
		'"não"',
	],
	...[
		'não posso',
		'nao posso',
		'n posso',
		'Infelizmente não posso',
		'não posso nesse horário',
		'não vou poder ir',
	],
	...[
		'não quero',
		'n quero',
		'Não quero não',
		'não vou',
		'não consigo',
		'não dá',
		'nao vai dar',
		'não rola',
	],
	...[
		'não, obrigado',
		'Não obrigada',
		'nao, valeu',
		'não, estou viajando',
		'Oi! Não, hoje não',
		'não aceito',
	],
	...[
		'não concordo',
		'não autorizo',
		'não confirmo',
		'não pode',
		'pode não',
		'quero não',
		'não tenho interesse',
	],
	...[
		'agora não',
		'Agora nao',
		'hoje não',
		'no momento não',
		'no momento não posso',
		'dessa vez não',
		'isso não',
	],
	...[
		'claro que não',
		'Lógico que não!',
		'com certeza não',
		'nunca',
		'jamais',
		'nem pensar',
		'de jeito nenhum',
	],
	...[
		'de forma alguma',
		'negativo',
		'não mesmo',
		'Infelizmente não vou poder',
		'poxa, não posso',
		'amanhã não posso',
		'num quero',
		'não porque estou viajando',
	],
	...[
		'no',
		'No!',
		'nooo',
		'nope',
		'nah',
		'no thanks',
		'No, thank you',
		'never',
		'not now',
		'no way',
		"I can't",
	],
	...['i don’t want', 'of course not', 'not really', "I can't make it", 'no, sorry'],
	...['👎', '👎🏾', '❌', '✖️', '🚫', '🙅🏻‍♀️', 'não 👎', '❌❌'],
];

const NOT_UNDERSTOOD = [
	...[
		'',
		' ',
		'.',
		'!!!',
		'?',
		'...',
		'0',
		'3',
		'12',
		'22',
		'1 2',
		'1 e 2',
		'1 ou 2',
		'1, 2',
		'1,2',
		'1.2',
		'-',
	],
	...[
		'1 momento, por favor',
		'1 minuto',
		'2 minutos',
		'2 min',
		'1 segundo',
		'1 pessoa',
		'2 pessoas',
		'1h',
		'2x',
	],
	...[
		'2 horas',
		'às 2',
		'15h',
		'1 não',
		'2 sim',
		'2. Sim',
		'sim 2',
		'sim, 2',
		'não 1',
		'n, 1',
		'no 1',
		'dia 2',
	],
	...[
		'talvez',
		'talvez sim',
		'Sim, talvez',
		'não sei',
		'nao sei',
		'n sei',
		'sei lá',
		'não tenho certeza',
		'depende',
	],
	...[
		'sim e não',
		'sim/não',
		'sim ou não',
		'não sim',
		'Sim. Não.',
		'👍👎',
		'✅❌',
		'não 👍',
		'yes and no',
		'sim, não',
	],
	...[
		'sim?',
		'não?',
		'ok?',
		'pode ser às 16h?',
		'Sim! Qual o endereço?',
		'👍?',
		'1?',
		'claro?',
		'confirmado ❓',
	],
	...[
		'simples',
		'simpatia',
		'simulado',
		'naofoi',
		'não foi',
		'assim',
		'sino',
		'nada',
		'nova',
		'okada',
		'no domingo',
	],
	...[
		'não tem problema',
		'não, não tem problema',
		'não, tudo bem',
		'No, no problem',
		'tudo bem',
		'ah tá',
		'Não se preocupe, não posso',
		'sem problema',
		'sem problemas',
		'No problem',
		'no worries',
		'não se preocupe',
	],
	...[
		'por que não',
		'Por que não?',
		'pq não',
		'why not',
		'porque não',
		'não, pode confirmar',
		'nao, confirmo',
	],
	...[
		'claro, não',
		'claro, mas só amanhã',
		'sim, mas não posso amanhã',
		'sim, mas',
		'sim se for de manhã',
		'só se for cedo',
	],
	...[
		'ok, vou pensar',
		'ok, falo com minha esposa',
		'beleza, vou ver',
		'ok vou verificar',
		'sim, depois eu vejo',
	],
	...[
		'confirmo depois',
		'confirmo mais tarde',
		'confirmo amanhã',
		'vou confirmar',
		'quero saber o preço',
		'pode me ligar',
	],
	...[
		'pode cancelar',
		'cancelar',
		'quero remarcar',
		'sim, pode cancelar',
		'não quero cancelar',
		'não vou faltar',
		'não vou me atrasar',
		'não precisa se preocupar',
		'hoje não, amanhã',
		'não pode ser',
	],
	...[
		'não cancela',
		'não recebi',
		'não entendi',
		'nao vi',
		'não lembro',
		'não é isso',
		'ainda não',
		'acho que sim',
	],
	...[
		'acho que não',
		'espero que sim',
		'pode ser que sim',
		'outro dia',
		'pode ser outro dia',
		'qualquer um',
		'tanto faz',
	],
	...[
		'oi',
		'Olá',
		'bom dia',
		'boa tarde',
		'boa noite',
		'Oi, tudo bem',
		'obrigado',
		'valeu',
		'por favor',
		'tchau',
	],
	...[
		'kkkk',
		'hahaha',
		'rsrsrs',
		'k',
		'🙏',
		'😂',
		'❤️',
		'🤔',
		'🤷‍♀️',
		'🤷🏽',
		'sim 🤔',
		'que sim',
		'um',
		'um momento',
	],
	...[
		'quem é',
		'sim, quem fala',
		'como assim',
		'quanto custa',
		'maybe',
		'not sure',
		'I think so',
		'yes, but later',
	],
	...[
		'not yet',
		'wait',
		"I don't know",
		'i guess',
		'hello',
		'thanks',
		'sure, not',
		'yes if I can',
		'um abraço',
	],
	...['1 pessoa, sim', 'sem problema, Maria, sim', 'sim, pode manter'],
	...['Recebi a mensagem', 'https://sim.example.com', '11 90000-0001', 'constructor', '__proto__'],
];

test.each(YES)('"%s" is a yes', (reply) => {
	expect(meaning(reply)).toBe('yes');
});

test.each(NO)('"%s" is a no', (reply) => {
	expect(meaning(reply)).toBe('no');
});

test.each(NOT_UNDERSTOOD)('"%s" is not understood', (reply) => {
	expect(meaning(reply)).toBe('not understood');
});

describe('answers in words of their own', () => {
	const parcels = ['2 parcelas', '3 parcelas', '6 parcelas'];
	const plans = ['Plano', 'Plano anual', 'Outro'];
	const times = ['Manhã', 'Tarde', 'Noite'];
	const three = ['Sim', 'Não', 'Falar com atendente'];

	test.each<[string[], string, string | undefined]>([
		[parcels, '2 parcelas', '2 parcelas'],
		[parcels, '3 Parcelas!', '3 parcelas'],
		[parcels, 'a de 3 parcelas', '3 parcelas'],
		[parcels, 'quero 6 parcelas, por favor', '6 parcelas'],
		[parcels, 'prefiro a de 2 parcelas', '2 parcelas'],
		[parcels, '2. 3 parcelas', '3 parcelas'],
		[parcels, '1', '2 parcelas'],
		[parcels, '6', '6 parcelas'],
		[parcels, '2', undefined],
		[parcels, '3', undefined],
		[parcels, 'o 2', undefined],
		[parcels, '2 por favor', undefined],
		[['Até 10', 'Mais de 10'], '10', undefined],
		[['Até 10', 'Mais de 10'], 'de 10', undefined],
		[['Até 10', 'Mais de 10'], 'até 10', 'Até 10'],
		[parcels, '4 parcelas', undefined],
		[parcels, 'parcelas', undefined],
		[parcels, '2 ou 3 parcelas', undefined],
		[['3', '2', '1'], '3', '3'],
		[['10h', '11h'], '1', '10h'],
		[['10h', '11h'], '11', '11h'],
		[['14:00', '15:30'], '15:30', '15:30'],
		[['Plano 2', 'Plano 1'], '1', undefined],
		[plans, '2', 'Plano anual'],
		[plans, 'plano', 'Plano'],
		[plans, 'PLANO ANUAL', 'Plano anual'],
		[plans, 'Plano anual por favor', 'Plano anual'],
		[plans, 'quero o plano anual', 'Plano anual'],
		[plans, 'gostaria do plano anual, obrigada', 'Plano anual'],
		[plans, '3 - outro', 'Outro'],
		[plans, '2 plano anual', 'Plano anual'],
		[plans, '2 plano', undefined],
		[plans, 'plano 2', undefined],
		[plans, 'anual', undefined],
		[['Bem', 'Mal'], 'muito bem', 'Bem'],
		[['Hoje', 'Amanhã'], 'pode ser hoje', 'Hoje'],
		[plans, 'quero os dois', undefined],
		[plans, 'plano ou plano anual', undefined],
		[plans, 'não quero o plano anual', undefined],
		[plans, 'plano anual não', undefined],
		[plans, 'plano anual?', undefined],
		[plans, 'sim', undefined],
		[plans, 'quero 2', undefined],
		[['2 vezes', 'Vezes'], '2 vezes', '2 vezes'],
		[['Aceito plano A', 'Outro'], 'claro', undefined],
		[['Azul!', 'Azul'], 'quero azul', undefined],
		[['Pré-pago', 'Pós-pago'], 'quero o pré pago', 'Pré-pago'],
		[times, 'de manhã', 'Manhã'],
		[times, 'à tarde', 'Tarde'],
		[times, 'Bom dia, pode ser à tarde', 'Tarde'],
		[times, 'tarde 👍', 'Tarde'],
		[times, 'sim, de noite', 'Noite'],
		[times, 'boa tarde', undefined],
		[times, 'Boa noite!', undefined],
		[times, 'mais tarde', undefined],
		[times, 'tarde não', undefined],
		[times, 'qualquer uma', undefined],
		[times, 'segunda', undefined],
		[['Segunda', 'Terça'], 'na segunda', 'Segunda'],
		[['Manhã (8h às 12h)', 'Tarde (13h às 18h)'], 'manha', 'Manhã (8h às 12h)'],
		[['Sim, recebi', 'Não recebi'], 'sim', 'Sim, recebi'],
		[['Recebi', 'Não recebi'], 'Não recebi', 'Não recebi'],
		[['Recebi', 'Não recebi'], 'já recebi', 'Recebi'],
		[['Recebi', 'Não recebi'], 'não', 'Não recebi'],
		[['Agora', 'Agora não'], 'agora', 'Agora'],
		[['Mais tarde', 'Agora não'], 'agora', undefined],
		[three, 'claro', 'Sim'],
		[three, 'não posso', 'Não'],
		[three, 'atendente', undefined],
		[three, 'falar com atendente', 'Falar com atendente'],
		[['Sim', 'Com certeza', 'Não'], 'claro', undefined],
		[['Talvez', 'Não sei', 'Sim'], 'não sei', 'Não sei'],
		[['Talvez', 'Não sei', 'Sim'], 'acho que talvez', undefined],
		[['A', 'B'], 'a', 'A'],
		[['A', 'B'], 'letra A', 'A'],
		[['A', 'B'], 'opção b', 'B'],
		[['A', 'B'], 'a confirmar', undefined],
		[['⭐', '⭐⭐', '⭐⭐⭐'], '⭐⭐', '⭐⭐'],
		[['👍', '👎'], '👍🏽', '👍'],
		[['Bom 👍', 'Ruim 👎'], 'bom', 'Bom 👍'],
		[['avó', 'avô'], 'avô', 'avô'],
		[['avó', 'avô'], 'AVÔ', 'avô'],
		[['avó', 'avô'], 'avo', undefined],
		[['Caro', 'Carro'], 'carro', 'Carro'],
		[['+', '-'], '+', '+'],
		[['Ok', 'OK'], ' OK ', 'OK'],
		[['avó', 'avô'], ' AVÔ ', 'avô'],
		[['A', 'B'], 'a 😂', 'A'],
		[['🅰️ A', '🅱️ B'], 'a', '🅰️ A'],
		[['🍕 Pizza', '🍝 Massa'], 'pizza, para minha irmã', '🍕 Pizza'],
		[['Onde é?', 'Quanto custa?'], 'onde e ?', 'Onde é?'],
		[['P', 'M', 'G'], 'M, para minha irmã', 'M'],
		[['Nº do pedido', 'CPF'], 'número do pedido', 'Nº do pedido'],
		[['B2B', 'B2C'], '2', 'B2C'],
		[['2 parcelas sem juros', '3 parcelas sem juros'], '2 parcelas', '2 parcelas sem juros'],
		[['A entrega', 'A retirada'], 'entrega', 'A entrega'],
		[['Sim, recebi', 'Não recebi'], 'Bom dia, sim!', 'Sim, recebi'],
		[['Sim, por favor', 'Não, obrigado', 'Outro'], 'claro', 'Sim, por favor'],
		[['Plano', 'Não', 'Outro'], 'sim, não', undefined],
		[plans, 'plano anual, para minha empresa', 'Plano anual'],
	])('of %j, "%s" is %j', (answers, reply, answer) => {
		const place = choiceMeant(reply, answers);
		expect(place).toBe(answer === undefined ? undefined : answers.indexOf(answer));
	});

	const inverted: [string, string] = ['Não', 'Sim'];
	const cancelling: [string, string] = ['Cancelar', 'Manter'];
	const moving: [string, string] = ['Confirmar', 'Remarcar'];
	const thinking: [string, string] = ['Não, pode confirmar', 'Sim, quero mudar'];

	test.each<[[string, string], string, string]>([
		[inverted, 'não', 'yes'],
		[inverted, 'Sim', 'no'],
		[inverted, '1', 'yes'],
		[inverted, 'claro', 'not understood'],
		[inverted, 'não posso', 'not understood'],
		[inverted, '👍', 'not understood'],
		[cancelling, 'cancelar', 'yes'],
		[cancelling, 'pode cancelar', 'yes'],
		[cancelling, 'quero manter', 'no'],
		[cancelling, 'não quero cancelar', 'not understood'],
		[cancelling, 'sim', 'not understood'],
		[cancelling, 'não', 'not understood'],
		[cancelling, '2', 'no'],
		[moving, 'sim', 'yes'],
		[moving, 'confirmo', 'yes'],
		[moving, 'pode confirmar', 'yes'],
		[moving, 'não posso', 'no'],
		[moving, 'quero remarcar', 'no'],
		[moving, 'pode remarcar por favor', 'no'],
		[moving, 'não, remarcar', 'no'],
		[moving, 'não quero remarcar', 'not understood'],
		[moving, 'não remarcar', 'not understood'],
		[moving, 'sim, remarcar', 'not understood'],
		[moving, 'confirmar depois', 'not understood'],
		[moving, 'não, por favor remarcar', 'no'],
		[moving, 'não quero remarcar, obrigada', 'not understood'],
		[thinking, 'não', 'yes'],
		[thinking, 'sim', 'no'],
		[thinking, 'claro', 'not understood'],
		[['Sim, mas não hoje', 'Não'], 'ok, sim, mas não hoje', 'yes'],
		[['Fechado', 'Deixa para lá'], 'fechado!', 'yes'],
		[['Fechado', 'Deixa para lá'], 'deixa pra la', 'not understood'],
		[['Fechado', 'Deixa para lá'], 'não', 'no'],
		[['Confirmo', 'Não confirmo'], 'confirmo', 'yes'],
		[['Confirmo', 'Não confirmo'], 'sim', 'yes'],
		[['Confirmo', 'Não confirmo'], 'não', 'no'],
		[['Azul', 'Vermelho'], 'azul', 'yes'],
		[['Azul', 'Vermelho'], 'sim', 'not understood'],
		[['Quero agora', 'Quero depois'], 'quero', 'not understood'],
		[['Ok', 'Ok'], 'ok', 'not understood'],
		[['Ok', 'Agora não'], 'ok, vou falar com ela', 'not understood'],
		[['Yes', 'No'], 'sim', 'yes'],
		[['Quero confirmar', 'Não quero confirmar'], 'claro', 'yes'],
		[['Manter', 'Outra coisa'], 'sim', 'yes'],
		[['Ok', 'Manter'], 'claro', 'not understood'],
		[['Outra coisa', 'Cancelar'], 'não', 'no'],
		[['Cancelar', 'Não'], 'claro', 'not understood'],
		[['Yes', 'No'], 'nope', 'no'],
		[['Quero confirmar', 'Infelizmente não quero confirmar'], 'claro', 'yes'],
		[['Sim, quero receber a proposta', 'Outra coisa'], 'claro', 'yes'],
		[['Outra coisa', 'Não quero confirmar'], 'claro', 'yes'],
		[['Outra coisa', 'Sábado não'], 'claro', 'yes'],
		[['Obrigado', 'Valeu'], 'sim', 'not understood'],
	])('with the labels %j, "%s" is: %s', (labels, reply, what) => {
		expect(meaning(reply, labels)).toBe(what);
	});
});

describe('whatever is written', () => {
	const RUNS = runs(1_000);

	/** Letters without capitals and accents, and none of them twice. */
	const bare = (text: string) =>
		text
			.normalize('NFD')
			.replace(/\p{M}/gu, '')
			.toLowerCase()
			.replace(/(\p{L})\1+/gu, '$1');

	const letters = fc.constantFrom(...'abcdeghijlmnopqrstuvxzáãâçéêíóõôúABENS');
	const word = fc.oneof(
		fc.string({ unit: letters, minLength: 1, maxLength: 8 }),
		fc.constantFrom('sim', 'Não', 'ok', 'talvez', 'de', 'o', 'tarde', 'boa', 'problema', 'quero'),
		fc.nat(40).map(String),
	);
	const label = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
	const labels = fc.uniqueArray(label, { minLength: 2, maxLength: 5, selector: bare });

	/** How a letter may be written instead. */
	const written: Array<(letter: string) => string> = [
		(letter) => letter.toUpperCase(),
		(letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''),
		(letter) => (/\p{L}/u.test(letter) ? `${letter}\u0301` : letter),
		(letter) => (/\p{L}/u.test(letter) ? letter.repeat(3) : letter),
		(letter) => (letter === ' ' ? ', ' : letter),
		(letter) => letter,
	];
	const around = fc.constantFrom('', '!', '...', '"', '*', ' ', '😀', ' 🙏🏽', '\u200b');

	test('an answer with other capitals, accents and punctuation is that answer', () => {
		const case_ = fc.tuple(
			labels,
			fc.nat(),
			fc.infiniteStream(fc.constantFrom(...written)),
			around,
		);
		fc.assert(
			fc.property(case_, ([answers, nth, ways, end]) => {
				const place = nth % answers.length;
				const text = [...answers[place]!].map((letter) => ways.next().value!(letter)).join('');
				return choiceMeant(`${end}${text}${end}`, answers) === place;
			}),
			RUNS,
		);
	});

	test('the place of an answer is that answer, unless another one has the number in it', () => {
		fc.assert(
			fc.property(labels, fc.nat(), (answers, nth) => {
				const place = nth % answers.length;
				const number = String(place + 1);
				const isFree = answers.every((answer) => !/\d/.test(answer));
				const meant = choiceMeant(`${number}.`, answers);
				return isFree ? meant === place : meant === undefined || meant in answers;
			}),
			RUNS,
		);
	});

	test('no text gives an answer that is not offered', () => {
		const salad = fc.array(fc.oneof(word, fc.constantFrom(...YES, ...NO, ...NOT_UNDERSTOOD)));
		const text = fc.oneof(
			fc.string({ unit: 'binary' }),
			salad.map((words) => words.join(' ')),
		);
		fc.assert(
			fc.property(text, labels, (reply, answers) => {
				const place = choiceMeant(reply, answers);
				return place === undefined || Object.hasOwn(answers, place);
			}),
			RUNS,
		);
	});

	/** Those that turn out otherwise than they should when they are written in these ways. */
	const wrong = (replies: string[], ways: Array<(reply: string) => string>, isRight: string[]) =>
		replies
			.flatMap((reply) => ways.map((way) => way(reply)))
			.filter((reply) => !isRight.includes(meaning(reply)));

	const NEGATIONS = [
		'não',
		'nao',
		'n',
		'nunca',
		'não posso',
		'agora não',
		'claro que não',
		'nope',
		'👎',
	];

	test.each(NEGATIONS)('a yes with "%s" before or after it is never a yes', (no) => {
		const ways = [' ', ', ', '. ', '\n'].flatMap((between) => [
			(yes: string) => `${no}${between}${yes}`,
			(yes: string) => `${yes}${between}${no}`,
		]);
		expect(wrong(YES, ways, ['no', 'not understood'])).toEqual([]);
	});

	test.each(['sim', 'claro', 'pode confirmar', 'yes', '👍'])(
		'a no with "%s" apart from it is not understood',
		(yes) => {
			const ways = [(no: string) => `${no}, ${yes}`, (no: string) => `${yes}, ${no}`];
			expect(wrong(NO, ways, ['not understood'])).toEqual([]);
		},
	);

	test.each(['?', ' talvez', ', mas não sei', ', depende', ', depois eu vejo', ' maybe', ' 🤔'])(
		'what ends with "%s" is not understood',
		(end) => {
			expect(wrong([...YES, ...NO], [(reply) => `${reply}${end}`], ['not understood'])).toEqual([]);
		},
	);

	test('capitals, laughter, thanks, repeated letters and missing accents change nothing', () => {
		const ways: Array<(reply: string) => string> = [
			(reply) => reply.toUpperCase(),
			(reply) => reply.toLowerCase(),
			(reply) => `${reply}!!!`,
			(reply) => `${reply} kkkkk`,
			(reply) => `hahaha ${reply}`,
			(reply) => `${reply} 🙏🏿`,
			(reply) => `${reply}, obrigada`,
			(reply) => `Bom dia! ${reply}`,
			(reply) => reply.replace(/[aeiou](?=\P{L}|$)/giu, (letter) => letter.repeat(4)),
			(reply) => reply.normalize('NFD').replace(/[\u0301-\u0303]/g, ''),
			(reply) => reply.normalize('NFC'),
		];
		expect(wrong(YES, ways, ['yes'])).toEqual([]);
		expect(wrong(NO, ways, ['no'])).toEqual([]);
	});
});
