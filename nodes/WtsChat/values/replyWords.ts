import { keyOf, said } from './replyText';

/**
 * What a phrase says by itself:
 * `yes` and `no`: firm ones hold whatever is told besides ("sim, já estou a caminho"), those in passing only
 * if nothing is told besides ("ok, falo com minha esposa");
 * `doubt`: with it, nothing is sure;
 * `keeps` and `undoes`: a yes or a no as the label of an answer, and a doubt in the words of a reply,
 * since what they answer depends on the question;
 * `ease`: with a yes it changes nothing, with a no it is doubtful ("não, não tem problema");
 * `aside`: it changes nothing.
 */
export type Sense = 'yes' | 'no' | 'keeps' | 'undoes' | 'ease' | 'doubt' | 'aside';

const FIRM_YES = `
	sim, sim sim, sim senhor, sim senhora, claro que sim, é claro que sim, lógico que sim, óbvio que sim,
	com certeza, com certeza sim, certeza que sim, sem dúvida, sem dúvida nenhuma, sem sombra de dúvida,
	pode sim, podem sim, podemos sim, pode confirmar, podem confirmar, pode confirmar sim, confirmo sim,
	confirmado, confirmada, confirmadíssimo, está confirmado, tá confirmado, presença confirmada, quero sim,
	aceito sim, vou sim, irei sim, é sim, tenho sim, estou de acordo, tô de acordo, yes, yes yes, yeah, yep,
	yup, yea, yes please, yes sir, absolutely, definitely, of course yes`;

const CASUAL_YES = `
	s, claro, é claro, lógico, óbvio, evidente, evidentemente, certeza, positivo, afirmativo, exato,
	exatamente, correto, certo, certinho, perfeito, ótimo, show, show de bola, maravilha, joia, legal,
	massa, top, isso, isso mesmo, isso aí, é isso, é isso aí, é isso mesmo, ok, oki, okay, okey, okays,
	tá ok, tudo ok, beleza, blz, belê, suave, tá, tá bom, tá bem, tá certo, tá joia, está bom, está bem,
	está certo, está ok, confirmo, confirmamos, confirma, confirme, confirmar, confirmando,
	confirmo presença, confirmo minha presença, confirmo a presença, eu confirmo, aceito, aceitamos,
	aceitar, aprovo, aprovado, aprovada, aprovar, autorizo, autorizado, autorizar, concordo, concordamos,
	concordar, de acordo, combinado, fechado, fechada, fechou, feito, topo, topado, quero, queremos, vou,
	vamos, irei, estarei, estarei lá, estarei aí, estaremos lá, vou estar lá, tô dentro, bora, bora lá,
	vamos lá, vamos nessa, partiu, demorou, manda, manda ver, manda bala, pode crer, pode ser, pode, podem,
	podemos, pode marcar, pode agendar, pode mandar, pode enviar, pode vir, pode seguir, pode fazer,
	pode prosseguir, com prazer, com todo prazer, na hora, agora sim, hoje sim, eu quero, eu aceito,
	eu topo, eu vou, tem sim, posso, posso sim, claro que posso, claro que quero, claro que vou, confirmei,
	já confirmei, confirmo a consulta, confirmo o horário, confirmo a reunião, confirmo o agendamento, uhum,
	aham, ahan, arram, aran, uhun, hum hum, tenho interesse, tudo confirmado, y, ya, sure, sure thing,
	for sure, of course, alright, all right, confirm, confirmed, i confirm, certainly, correct, right,
	exactly, agreed, i agree, accept, i accept, accepted, approve, approved, i approve, deal, done, fine,
	thats fine, great, perfect, sounds good, looks good, works for me, that works, go ahead, please do,
	i do, i can, i am, i will, ill be there, lets go, lets do it, i want, i want it, yes i do, yes i will,
	👍, ✅, ✔, ✓, ☑, 👌, 🆗, 🤝, 💯, 🙆, 🫡`;

const NO = `
	não, não senhor, não senhora, não mesmo, claro que não, claro que não posso, é claro que não,
	lógico que não, óbvio que não, com certeza não, certeza que não, isso não, nunca, nunca mais, jamais,
	nem pensar, nem a pau, nem morto, de jeito nenhum, de jeito algum, de forma alguma, de maneira nenhuma,
	de maneira alguma, negativo, nada disso, pode não, tem não, tenho não, precisa não, impossível,
	sem chance, sem condições, sem interesse, nada feito, quero não, vou não, posso não, não obrigado,
	não obrigada, não porque, não pois, no, nope, nop, nah, never, no way, no thanks, no thank you,
	not really, not at all, of course not, certainly not, absolutely not, definitely not, negative,
	i cant make it, i cant come, i wont, i dont want, i dont want it, i dont want to, i dont agree,
	i disagree, i dont, i do not, im not, i refuse, i decline, 👎, ❌, ✖, ✗, ✘, ❎, 🚫, ⛔, 🙅`;

const CASUAL_NO = `
	agora não, hoje não, amanhã não, dessa vez não, desta vez não, neste momento não, not now, not today,
	i cant, i can not, i cannot, cannot, cant`;

/** What "não" before it makes a no; before other words it may mean anything ("não sei", "não vi"). */
const DENIED = `
	posso, podemos, podem, poderei, poderia, posso ir, vou poder, vou conseguir, consigo, conseguirei,
	conseguimos, dá, dá não, vai dar, vai dar certo, vai rolar, rola, tem como, tenho como, tem jeito,
	aceito, aceitamos, concordo, concordamos, autorizo, aprovo, aprovado, autorizado, está certo,
	está correto, está confirmado, confirmo, confirmamos, confirmado, confirmada, confirmar, pode confirmar,
	posso confirmar, combinado, topo, estarei, estou de acordo, tô de acordo, tenho interesse, me interessa,
	interessa, é possível, será possível, compareço, comparecerei, participo, participarei`;

/** The same, where it may deny what comes after it: "não vou atrasar", "não precisa se preocupar". */
const CASUALLY_DENIED = `
	pode, quero, queremos, quero mais, vou, vamos, vou querer, irei, deu, preciso, precisa, gostaria,
	desejo, certo, correto`;

const KEEPS = `
	manter, mantém, mantenha, mantido, continuar, continua, continuo, seguir, prosseguir, permanecer, keep,
	keep it, stay, continue, proceed`;

const UNDOES = `
	cancelar, cancela, cancele, cancelo, cancelado, cancelada, cancelei, desmarquei, remarquei,
	cancelamento, desmarcar, desmarca, desmarque, desmarcado, remarcar, remarca, remarque, remarcado,
	reagendar, reagenda, adiar, adia, adiado, desistir, desisto, desistência, recusar, recuso, recusado,
	rejeitar, rejeito, rejeitado, negar, nego, negado, reprovar, reprovo, reprovado, discordar, discordo,
	encerrar, trocar, mudar, alterar, faltar, falto, perder, esquecer, errado, errada, incorreto, cancel,
	cancelled, canceled, reschedule, postpone, decline, reject, rejected, refuse, refused, deny, denied,
	disagree, stop, quit, wrong, incorrect, change, miss`;

const DOUBT = `
	talvez, quem sabe, depende, sei, acho, acredito, creio, espero, suponho, imagino, será, se, mas, porém,
	contudo, entretanto, todavia, só, somente, apenas, exceto, menos, quase, senão, nem, ainda, ainda não,
	dúvida, dúvidas, pergunta, indeciso, indecisa, tanto faz, qualquer, os dois, as duas, os três, as três,
	ambos, ambas, nenhum, nenhuma, todos, todas, ou, mais ou menos, meio, depois, mais tarde, logo,
	tarde demais, cedo demais, outro dia, outra hora, outro horário, outra data, pensar, pensando, penso,
	ver, vejo, verificar, verifico, avaliar, analisar, conferir, decidir, consultar, avisar, aviso,
	vou confirmar, irei confirmar, vou querer ver, retorno, respondo, ligo, pode ser que, pode ser que sim,
	pode ser que não, vai que, momento, um momento, momentinho, minuto, minutos, minutinho, segundo,
	segundos, segundinho, instante, espera, espere, espera aí, peraí, pera, aguarde, aguarda, aguardo,
	calma, já volto, já respondo, entendi, como assim, quê, quem, qual, quais, quando, onde, quanto,
	quantos, quanta, quantas, como, por que, por que não, porque não, pq não, pq, que horas, não sei,
	não tenho certeza, sem certeza, hum, hm, hmm, ah tá, atá, ué, oxe, eita, maybe, perhaps, depends,
	it depends, unsure, not sure, im not sure, dont know, i dont know, idk, think, i think, i think so,
	i dont think so, guess, i guess, suppose, hope, but, if, unless, until, except, only, either, both,
	neither, none, any, whatever, or, not yet, later, wait, hold on, one moment, minute, minutes, second,
	seconds, why, why not, who, what, which, when, where, how, question, 🤔, ❓, ❔, 🤷, 🙄, 😕`;

const EASE = `
	sem problema, sem problemas, sem problema nenhum, sem problema algum, não tem problema,
	não tem problema nenhum, não há problema, nenhum problema, não tem de quê, não se preocupe,
	não se preocupa, tudo bem, tudo certo, no problem, no problems, no worries`;

const ASIDE = `
	ah, poxa, puxa, nossa, vish, vixe, aff, amém, graças a deus, deus abençoe, cara, mano, a, o, e, é, de,
	do, da, em, na, um pouco, eu, me, nós, a gente, gente, então, pois, porque, aí, lá, né, viu, já,
	para mim, pra mim, por mim, no caso, no momento, por enquanto, infelizmente, mesmo, muito, muitíssimo,
	bem, tudo, oi, oie, olá, opa, alô, e aí, eai, bom dia, boa tarde, boa noite, por favor, por favorzinho,
	pf, pfv, pff, pfvr, por gentileza, faz favor, obrigado, obrigada, obg, obgd, obrigadão, muito obrigado,
	muito obrigada, agradeço, pelo aviso, por avisar, pela lembrança, pelo contato, valeu, vlw, grato,
	grata, desculpa, desculpe, senhor, senhora, sr, sra, moço, moça, amigo, amiga, querido, querida,
	meu bem, amor, tchau, abraço, abraços, um abraço, uma boa tarde, um bom dia, até, até logo, até lá,
	até amanhã, até mais, opção, a opção, alternativa, letra, item, número, nr, resposta, escolho, escolhi,
	prefiro, fico com, vou de, vou querer, vou com, quero a, quero o, quero de, quero do, quero a de,
	gostaria, gostaria de, queria, preciso, seria, pode ser a, pode ser o, pode ser de, pode ser na, minha,
	meu, minha resposta, the, an, i, please, pls, plz, thanks, thank you, thx, ty, thank you so much,
	thanks a lot, hi, hello, hey, good morning, good afternoon, good evening, sorry, sir, madam, option,
	number, ill take, i choose, i prefer, i would like, id like, with pleasure, well, just`;

/** With these, what comes after is what is wished for: "quero remarcar", "pode cancelar". */
const WISHES = 'quero, queremos, pode, podem, podemos, vamos, i want';

/** A no that may deny only the word after it: "não recebi", "no domingo". */
const BARE_NO = 'não, no, nunca, jamais, never, i dont, i do not, im not, i wont';

/** Other spellings of a word, where it stands in a phrase. */
const SPELLINGS = new Map(['n', 'naum', 'nau', 'num'].map((word) => [word, 'nao']));

/** A laugh, whose letters may already have been drawn together. */
const LAUGHTER = /^(?:k|rs(?:rs)*|(?:h[aeiu]+|ka|rs)+h?|a(?:ha)+|lol)$/;

/** The names of 1, 2, 3 …: those that may stand alone, and those that may mean something else. */
const NUMBERS = [
	{ alone: '', named: 'um uma one', first: 'primeiro primeira first' },
	{ alone: 'dois duas two', named: '', first: 'segundo segunda second' },
	{ alone: 'três three', named: '', first: 'terceiro terceira third' },
	{ alone: 'quatro four', named: '', first: 'quarto quarta fourth' },
	{ alone: 'cinco five', named: '', first: 'quinto quinta fifth' },
	{ alone: 'seis six', named: '', first: 'sexto sexta sixth' },
];

const keysOf = (list: string) => list.split(',').map((phrase) => keyOf(said(phrase).words));

const denials = (verb: string) =>
	['', 'hoje ', 'agora ', 'amanha '].map((day) => `${day}nao ${verb}`);

/** All phrases by what they say. */
function learn() {
	const casualNo = [...keysOf(CASUAL_NO), ...keysOf(CASUALLY_DENIED).flatMap(denials)];

	const senses = new Map<string, Sense>();
	const say = (sense: Sense, phrases: string[]) =>
		phrases.forEach((phrase) => senses.set(phrase, sense));
	say('aside', keysOf(ASIDE));
	say('ease', keysOf(EASE));
	say('keeps', keysOf(KEEPS));
	say('undoes', keysOf(UNDOES));
	say('yes', [...keysOf(FIRM_YES), ...keysOf(CASUAL_YES)]);
	say('no', [...keysOf(NO), ...keysOf(DENIED).flatMap(denials), ...casualNo]);
	say('doubt', keysOf(DOUBT));

	const casual = new Set([...keysOf(CASUAL_YES), ...casualNo]);
	const wishes = new Set(keysOf(WISHES));
	const bare = new Set(keysOf(BARE_NO));
	const numbers = new Map(
		NUMBERS.flatMap(({ alone, named, first }, n) => {
			const cardinals = `${alone} ${named}`.trim().split(' ');
			const ordinals = first.split(' ');
			const phrases = [
				...alone.split(' ').filter(Boolean),
				...cardinals.flatMap((name) => [`opção ${name}`, `número ${name}`]),
				...cardinals.flatMap((name) => [`option ${name}`, `number ${name}`]),
				...ordinals.flatMap((name) => [`a ${name}`, `o ${name}`, `the ${name}`]),
				...ordinals.flatMap((name) => [`${name} opção`, `a ${name} opção`, `the ${name} option`]),
			];
			return keysOf(phrases.join(',')).map((phrase) => [phrase, n + 1] as const);
		}),
	);
	const longest = Math.max(...[...senses.keys()].map((phrase) => phrase.split(' ').length));
	return { senses, casual, wishes, bare, numbers, longest };
}

let learned: ReturnType<typeof learn> | undefined;

/** What is known; it is learned with the first reply, because n8n loads this file whenever it starts. */
const known = () => (learned ??= learn());

const spelled = (phrase: string) => phrase.replace(/\S+/g, (word) => SPELLINGS.get(word) ?? word);

/** The most words that a known phrase has. */
export const longestPhrase = () => known().longest;

/** What a phrase says by itself; undefined when it is not known. */
export function senseOf(phrase: string): Sense | undefined {
	return LAUGHTER.test(phrase) ? 'aside' : known().senses.get(spelled(phrase));
}

/** Whether it is a yes or a no in passing, which holds only if nothing else is told. */
export const isCasual = (phrase: string) => known().casual.has(spelled(phrase));

/** Whether what comes after it is what is wished for. */
export const isWish = (phrase: string) => known().wishes.has(spelled(phrase));

/** Whether it is a no that may deny only the word after it. */
export const isBareNo = (phrase: string) => known().bare.has(spelled(phrase));

/** The number that a phrase says: "2", "2ª", "dois", "a segunda". */
export function numberIn(phrase: string): number | undefined {
	const digits = /^(\d+)[oa]?$/.exec(phrase)?.[1];
	return digits ? Number(digits) : known().numbers.get(phrase);
}
