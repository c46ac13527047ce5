import type { IDataObject } from 'n8n-workflow';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sandbox } from '../../playground/sandbox';
import { useSandbox } from '../support/account';
import { callFromAgent } from '../support/engine';
import { offeredTools, type OfferedTool } from '../support/offeredTools';

/**
 * Whether tools are told apart by their own words. No language model runs here: a few lines choose, among
 * the tools of all operations, the one whose description has most of the words of a task in common, rare
 * words counting more, and fill in its arguments by their names. Whatever confuses these lines is two tools
 * with the same words; how well a model understands people, and plans, they do not tell.
 */
interface Task {
	/** What somebody asks for. */
	says: string;
	/** What the agent knows already, by the words for it. */
	knows(account: Sandbox['account']): Record<string, string>;
	/** The operation that does it, and the request that shows it. */
	means: string;
	asks: RegExp;
}

/** What words of the tasks mean in those of the tools, by their beginnings. */
const MEANINGS: Record<string, string> = {
	transf: 'transfer',
	encerr: 'complete',
	convers: 'session',
	atribu: 'assign',
	atendente: 'user',
	departamento: 'department',
	anot: 'create note',
	mensag: 'message',
	respond: 'send message session',
	mand: 'send',
	texto: 'text',
	imagem: 'image',
	digitando: 'typing',
	histor: 'history',
	ultimas: 'many',
	procur: 'get',
	leia: 'get',
	liste: 'get many',
	contato: 'contact',
	cadastr: 'create',
	crie: 'create',
	cartao: 'card',
	card: 'card',
	mova: 'move',
	etapa: 'step',
	ganh: 'won',
	perdid: 'lost',
	arquiv: 'archive',
	sequencia: 'sequence',
	inclu: 'add',
	aberto: 'open',
	expediente: 'office',
	status: 'status',
	paine: 'panel',
	modelos: 'templates',
	canais: 'channels',
};

const tasks: Task[] = [
	{
		says: 'Transfira esta conversa para o departamento Financeiro.',
		knows: ({ sessions, departments }) => ({
			session: sessions[0]!.id,
			department: departments[0]!.id,
		}),
		means: 'session.transfer',
		asks: /^PUT .*\/session\/.+\/transfer$/,
	},
	{
		says: 'Tudo resolvido, pode encerrar a conversa.',
		knows: ({ sessions }) => ({ session: sessions[0]!.id }),
		means: 'session.complete',
		asks: /^PUT .*\/session\/.+\/complete$/,
	},
	{
		says: 'Atribua a conversa à atendente Marina.',
		knows: ({ sessions, agents }) => ({ session: sessions[0]!.id, user: agents[0]!.userId }),
		means: 'session.assign',
		asks: /^PUT .*\/session\/.+\/assignee$/,
	},
	{
		says: 'Anote na conversa: cliente pediu retorno na sexta.',
		knows: ({ sessions }) => ({
			session: sessions[0]!.id,
			text: 'Cliente pediu retorno na sexta.',
		}),
		means: 'sessionNote.create',
		asks: /^POST .*\/session\/.+\/note$/,
	},
	{
		says: 'Responda na conversa que o pedido saiu.',
		knows: ({ sessions }) => ({ session: sessions[0]!.id, text: 'Seu pedido saiu.' }),
		means: 'message.sendInSession',
		asks: /^POST .*\/session\/.+\/message$/,
	},
	{
		says: 'Mande uma mensagem de texto para +55 11 90000-0001.',
		knows: () => ({ to: '+55 11 90000-0001', text: 'Bom dia!' }),
		means: 'message.sendText',
		asks: /^POST .*\/send\/text$/,
	},
	{
		says: 'Mande a imagem do catálogo para +55 11 90000-0001.',
		knows: () => ({ to: '+55 11 90000-0001', 'file url': 'https://files.example.com/c.png' }),
		means: 'message.sendImage',
		asks: /^POST .*\/send\/image$/,
	},
	{
		says: 'Mostre ao contato que estamos digitando.',
		knows: ({ sessions }) => ({ session: sessions[0]!.id }),
		means: 'message.sendTyping',
		asks: /^POST .*\/send\/typing$/,
	},
	{
		says: 'Leia o histórico da conversa.',
		knows: ({ sessions }) => ({ session: sessions[0]!.id }),
		means: 'message.getChatHistory',
		asks: /^GET .*\/message$/,
	},
	{
		says: 'Leia as últimas mensagens.',
		knows: ({ sessions }) => ({ session: sessions[0]!.id }),
		means: 'message.getMany',
		asks: /^GET .*\/(message|session\/.+)$/,
	},
	{
		says: 'Liste as conversas.',
		knows: () => ({}),
		means: 'session.getMany',
		asks: /^GET .*\/session$/,
	},
	{
		says: 'Procure o contato do número +55 11 90000-0001.',
		knows: () => ({ contact: '+55 11 90000-0001' }),
		means: 'contact.get',
		asks: /^GET .*\/contact\/phonenumber\/.+$/,
	},
	{
		says: 'Cadastre o contato Ana Souza, +55 11 95555-0101.',
		knows: () => ({ 'phone number': '+55 11 95555-0101', name: 'Ana Souza' }),
		means: 'contact.create',
		asks: /^POST .*\/contact$/,
	},
	{
		says: 'Mova o card para a etapa Proposta.',
		knows: ({ cards, panels }) => ({
			card: cards[0]!.id,
			step: panels.find(({ id }) => id === cards[0]!.panelId)!.steps[1]!.id,
		}),
		means: 'card.moveToStep',
		asks: /^PUT .*\/card\/.+$/,
	},
	{
		says: 'O card foi ganho.',
		knows: ({ cards }) => ({ card: cards[0]!.id }),
		means: 'card.markAsWon',
		asks: /^PUT .*\/card\/.+$/,
	},
	{
		says: 'Crie um card com o título Plano anual.',
		knows: ({ panels }) => ({ step: panels[0]!.steps[0]!.id, title: 'Plano anual' }),
		means: 'card.create',
		asks: /^POST .*\/panel\/card$/,
	},
	{
		says: 'Anote no card que a proposta foi enviada.',
		knows: ({ cards }) => ({ card: cards[0]!.id, text: 'Proposta enviada.' }),
		means: 'cardNote.create',
		asks: /^POST .*\/card\/.+\/note$/,
	},
	{
		says: 'Liste os departamentos.',
		knows: () => ({}),
		means: 'department.getMany',
		asks: /^GET .*\/department$/,
	},
	{
		says: 'Inclua o contato na sequência de boas-vindas.',
		knows: ({ sequences, contacts }) => ({
			sequence: sequences[0]!.id,
			contact: contacts[0]!.id,
		}),
		means: 'sequence.addContact',
		asks: /^POST .*\/sequence\/.+\/contact$/,
	},
	{
		says: 'Estamos abertos? Ainda é horário de expediente?',
		knows: () => ({}),
		means: 'officeHours.isOpenNow',
		asks: /^GET .*\/officehours$/,
	},
];

const sandbox = useSandbox();

/** The words of a text, in small letters and without accents and plurals. */
function wordsOf(text: string): string[] {
	const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	return (plain.match(/[a-z]+/g) ?? []).map((word) => word.replace(/s$/, ''));
}

const toolWords = offeredTools.map(({ description }) => new Set(wordsOf(description)));

/** How much a word tells: nothing when all tools have it. */
function weightOf(word: string): number {
	const having = toolWords.filter((words) => words.has(word)).length;
	return having === 0 ? 0 : Math.log(toolWords.length / having);
}

const sum = (numbers: number[]) => numbers.reduce((one, other) => one + other, 0);

/** How alike the words of a task and of a tool are, from 0 to 1. */
function likeness(wanted: Set<string>, words: Set<string>): number {
	const squares = (set: Iterable<string>) => sum([...set].map((word) => weightOf(word) ** 2));
	const common = squares([...wanted].filter((word) => words.has(word)));
	return common / Math.sqrt(squares(wanted) * squares(words) || 1);
}

/** The tools in the order in which they suit a task. */
function suiting(says: string): Array<{ tool: OfferedTool; likeness: number }> {
	const meant = wordsOf(says).flatMap((word) => {
		const beginning = Object.keys(MEANINGS).find((start) =>
			word.startsWith(start.replace(/s$/, '')),
		);
		return beginning ? wordsOf(MEANINGS[beginning]!) : [];
	});
	const wanted = new Set(meant);
	return offeredTools
		.map((tool, n) => ({ tool, likeness: likeness(wanted, toolWords[n]!) }))
		.sort((one, other) => other.likeness - one.likeness);
}

/** What is known for each argument, by the words of its name; blank for the others. */
function argumentsFor({ takes }: OfferedTool, known: Record<string, string>): IDataObject {
	const given = takes.map(({ key, description }) => {
		const words = wordsOf(`${key} ${description ?? ''}`.replace(/_/g, ' '));
		const fact = Object.keys(known).find((name) =>
			wordsOf(name).every((word) => words.includes(word)),
		);
		return [key, fact ? known[fact] : ''];
	});
	return Object.fromEntries(given) as IDataObject;
}

test.each(tasks)('"$says" is $means', async ({ says, knows, means, asks }) => {
	const [best, second] = suiting(says);
	expect(`${best?.tool.resource}.${best?.tool.operation}`).toBe(means);
	expect(best!.likeness).toBeGreaterThan(second!.likeness);

	const account = sandbox();
	const { parameters } = best!.tool;
	const args = argumentsFor(best!.tool, knows(account.account));
	const [answer] = await callFromAgent({ parameters, account }, args);
	expect(answer?.error).toBeUndefined();
	const asked = account.requests.map(({ method, path }) => `${method} ${path}`);
	expect(asked.some((request) => asks.test(request))).toBe(true);
});

test('no two tools have the same name or description, and each argument has a name of its own', () => {
	const names = offeredTools.map(({ name }) => name);
	expect(new Set(names).size).toBe(names.length);
	expect(new Set(offeredTools.map(({ description }) => description)).size).toBe(names.length);
	for (const { takes } of offeredTools) {
		expect(new Set(takes.map(({ key }) => key)).size).toBe(takes.length);
	}
	// models take no longer ones
	expect(names.filter((name) => name.length > 64)).toEqual([]);
});

test('agentTools.md is current (if not: UPDATE_DOCS=1 npx jest test/promises/agentTasks)', () => {
	const file = join(__dirname, 'agentTools.md');
	const rows = offeredTools.map(({ name, description, takes }) => {
		const args = takes.map(({ key, type }) => `\`${key}\` (${type})`).join(', ');
		return `| \`${name}\` | ${description} | ${args || 'nothing'} |`;
	});
	const page = [
		'# What a model gets to know of each tool',
		'',
		'Each operation as somebody drops it on an AI agent and lets the model fill in what has no value, without writing a word more. Descriptions of arguments are what somebody writes beside ✨.',
		'',
		'| Name | Description | Arguments |',
		'| --- | --- | --- |',
		...rows,
		'',
	].join('\n');
	if (process.env.UPDATE_DOCS) writeFileSync(file, page);
	expect(readFileSync(file, 'utf8')).toBe(page);
});
