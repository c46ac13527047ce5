import { DateTime } from 'luxon';
import {
	agentNamed,
	departmentNamed,
	startSandbox,
	tagNamed,
	type Account,
	type Sandbox,
} from '../../playground/sandbox';
import { exampleNames } from '../support/examples';
import { Collector } from './support/collector';
import { DataTable } from './support/dataTable';
import { Reader, type Choices } from './support/reader';
import { ScriptedModel } from './support/scriptedModel';
import { openAccount, type OtherAccount } from './support/otherAccount';
import { joinSite, type Site } from './support/stage';
import { Transcriber } from './support/transcriber';
import { until } from './support/until';

let site: Site;
let sandbox: Sandbox;
let account: Account;
let secondSandbox: Sandbox;
let collector: Collector;
let unanswered: Unanswered;
let silences: Record<string, Silence>;
let model: ScriptedModel;
let transcriber: Transcriber;

beforeAll(async () => {
	site = await joinSite();
	({ sandbox } = site);
	({ account } = sandbox);
	secondSandbox = await startSandbox();
	collector = await Collector.start();
	model = await ScriptedModel.start();
	transcriber = await Transcriber.start();
	const accounts = {
		'WTS Chat account': sandbox,
		'WTS Chat – Centro': sandbox,
		'WTS Chat – Praia': secondSandbox,
	};
	const models = { 'OpenAI account': model.url, 'OpenAI for voices': transcriber.url };
	await Reader.prepare(site, accounts, models);
	// n8n may take a minute to notice that a time is over; the examples are tried meanwhile
	unanswered = await askInVain();
	silences = await beginSilences();
});

afterAll(async () => {
	await site?.close();
	await secondSandbox?.close();
	await unanswered?.sandbox.close();
	for (const { sandbox: silent } of Object.values(silences ?? {})) await silent.close();
	await collector?.close();
	await model?.close();
	await transcriber?.close();
});

const listed = (value: string) => ({ __rl: true, mode: 'list', value });
const panelNamed = (title: string) => account.panels.find((panel) => panel.title === title)!;
const sales = () => panelNamed('Vendas');
const stepNamed = (title: string) => sales().steps.find((step) => step.title === title)!.id;
const departmentId = (name: string) => departmentNamed(account, name).id;
const orderTemplate = ({ templates } = account) =>
	templates.find(({ name }) => name === 'atualizacao_de_pedido')!;

const digits = (text: string | null) => (text ?? '').replace(/\D/g, '');

const contactOf = (phone: string, { contacts } = account) =>
	contacts.find(({ phoneNumber }) => digits(phoneNumber) === phone)!;

const tagsOf = (phone: string, at = account) =>
	contactOf(phone, at).tagIds.map((id) => at.tags.find((tag) => tag.id === id)?.name);

/** What workflows have sent to a phone number, in the order of sending. */
function sentTo(phone: string, at = account) {
	const { id } = contactOf(phone, at);
	const sessions = at.sessions.filter(({ contactId }) => contactId === id);
	return at.messages.filter(
		({ sessionId, origin, type }) =>
			origin === 'API' && type !== 'NOTE' && sessions.some((session) => session.id === sessionId),
	);
}

const textsTo = (phone: string, at = account) => sentTo(phone, at).map(({ text }) => text);

const notesIn = (sessionId: string, at = account) =>
	at.messages
		.filter((message) => message.sessionId === sessionId && message.type === 'NOTE')
		.map(({ text }) => text);

const sessionOf = (id: string) => account.sessions.find((session) => session.id === id)!;

/** A person who has just written, so that a message can go to them. */
function somebody(phone: string): string {
	sandbox.writeAsContact(phone, { text: 'Olá' });
	return phone;
}

/** A conversation of the account that waits in a department for somebody to take it. */
function waitingConversation(n: number) {
	const session = account.sessions[n]!;
	const { phoneNumber } = account.contacts.find(({ id }) => id === session.contactId)!;
	Object.assign(session, { departmentId: departmentId('Comercial'), userId: null });
	return { session, phone: digits(phoneNumber) };
}

const answeredDepartment = () => ({
	filters: { messageTypes: ['TEXT'], departmentIds: [departmentId('Comercial')] },
});

/** The trigger of an agent, which waits for less than people do. */
const quickly = (choices: { filters: object }) => ({
	...choices,
	options: { quietSeconds: 1, personAnswers: ['assigned', 'wrote'] },
});

const appointment = { name: 'Eva', date: '12/12 às 15h' };

/** How an account fills in the example that confirms appointments. */
const confirmationIn = (at: Account) => ({
	'Ask and Wait': {
		from: listed('551130000000'),
		templateId: listed(orderTemplate(at).id),
		templateParametersJson:
			'={{ JSON.stringify({ nome: $json.body.name, pedido: $json.body.date }) }}',
	},
	'Hand Over': { departmentId: departmentNamed(at, 'Suporte').id },
});

/** A contact who is asked for a confirmation and does not answer, in an account of their own. */
interface Unanswered extends OtherAccount {
	reader: Reader;
	phone: string;
}

async function askInVain(): Promise<Unanswered> {
	const { sandbox, credentials } = await openAccount(site.api, 'WTS Chat – Norte');
	const reader = new Reader(site, 'appointment-confirmation');
	const { 'Ask and Wait': ask, ...others } = confirmationIn(sandbox.account);
	await reader.import(
		{
			Webhook: { path: 'unanswered' },
			'Ask and Wait': { ...ask, resumeAmount: 0.1, resumeUnit: 'minutes' },
			...others,
		},
		reader.withAccount(credentials),
	);
	await reader.publish();
	const phone = '5511988880008';
	await reader.call('unanswered', { ...appointment, phone });
	return { sandbox, credentials, reader, phone };
}

/** An account of its own in which somebody is not answered, and the example that notices. */
interface Silence extends OtherAccount {
	reader: Reader;
}

const SILENT_PHONE = '5511988880031';
const UNANSWERED_PHONE = '5511988880032';
const MANAGER_PHONE = '5511988880033';
const inAMinute = { minutes: 1, officeHoursOnly: false };

async function beginSilences(): Promise<Record<string, Silence>> {
	const followUp = await beginSilence('follow-up-after-silence', 'WTS Chat – Sul', {
		'When a Contact Goes Silent': inAMinute,
	});
	const { account: south } = followUp.sandbox;
	const { userId } = agentNamed(south, south.agents[0]!.name!);
	const { sessionId } = followUp.sandbox.writeAsContact(SILENT_PHONE, { text: 'Quanto custa?' });
	followUp.sandbox.writeAsUser(sessionId, userId, 'R$ 990 por ano.');

	const alert = await beginSilence('unanswered-alert', 'WTS Chat – Leste', {
		'When Nobody Answers': inAMinute,
		'Tell the Manager': {
			from: listed('551130000000'),
			to: { __rl: true, mode: 'phone', value: MANAGER_PHONE },
		},
	});
	alert.sandbox.writeAsContact(UNANSWERED_PHONE, { text: 'Tem alguém aí?' });
	return { 'follow-up-after-silence': followUp, 'unanswered-alert': alert };
}

/** Publishes the example; what happened before n8n first looks for silences does not count. */
async function beginSilence(example: string, account: string, choices: Choices): Promise<Silence> {
	const { sandbox, credentials } = await openAccount(site.api, account);
	const reader = new Reader(site, example);
	await reader.import(choices, reader.withAccount(credentials));
	await reader.publish();
	await until(`n8n looks for silences in ${account}`, () => sandbox.requests.length > 0);
	return { sandbox, credentials, reader };
}

/** For each example what somebody does who tries it, and what they look for afterwards. */
const scenarios: Record<string, (reader: Reader) => Promise<void>> = {
	'ai-agent-with-hand-over': async (reader) => {
		const { session, phone } = waitingConversation(0);
		await reader.import({
			'When a Message Comes': quickly(answeredDepartment()),
			'Hand Over': { departmentId: listed(departmentId('Financeiro')) },
		});
		await reader.publish();

		model.script([{ say: 'Abrimos às 9h.\n\nE fechamos às 18h.' }]);
		sandbox.writeAsContact(phone, { text: 'Oi' });
		sandbox.writeAsContact(phone, { text: 'A que horas vocês abrem?' });
		await reader.ended(1);
		expect(JSON.stringify(model.requests[0]?.body)).toContain('Oi\\nA que horas vocês abrem?');
		expect(textsTo(phone).slice(-2)).toEqual(['Abrimos às 9h.', 'E fechamos às 18h.']);

		model.script([{ call: { tool: 'Hand_Over', args: {} } }, { say: 'Vou chamar o financeiro.' }]);
		sandbox.writeAsContact(phone, { text: 'Preciso da segunda via do boleto' });
		await reader.ended(2);
		expect(JSON.stringify(model.requests[0]?.body)).toContain('E fechamos às 18h.');
		expect(session.departmentId).toBe(departmentId('Financeiro'));
		expect(textsTo(phone).at(-1)).toBe('Vou chamar o financeiro.');

		// a person has the conversation: the agent says nothing, whatever comes
		const { userId: person } = agentNamed(account, account.agents[0]!.name!);
		Object.assign(session, { departmentId: departmentId('Comercial') });
		sandbox.takeOver(session.id!, person);
		sandbox.writeAsContact(phone, { text: 'Obrigado' });
		await reader.ended(3);
		expect(textsTo(phone).at(-1)).toBe('Vou chamar o financeiro.');
		model.verify();
	},

	'understand-audio-and-images': async (reader) => {
		const phone = somebody('5511988880001');
		await reader.import({}, { Transcribe: { openAiApi: { id: null, name: 'OpenAI for voices' } } });
		await reader.publish();

		model.script([{ say: 'O plano anual custa R$ 990.' }]);
		const voice = { name: 'voz.ogg', mimeType: 'audio/ogg', content: Buffer.from('OggS voice') };
		const { sessionId } = sandbox.writeAsContact(phone, { file: voice });
		await reader.ended(1);
		expect(transcriber.requests[0]).toContain('OggS voice');
		expect(notesIn(sessionId)).toEqual(['Áudio: Quanto custa o plano anual?']);

		model.script([{ say: 'Um boleto de R$ 120.' }, { say: 'Recebi o boleto, obrigado!' }]);
		const picture = { name: 'boleto.png', mimeType: 'image/png', content: Buffer.from('picture') };
		sandbox.writeAsContact(phone, { file: picture });
		await reader.ended(2);
		expect(JSON.stringify(model.requests[0]?.body)).toContain(
			Buffer.from('picture').toString('base64'),
		);
		expect(notesIn(sessionId)[1]).toBe('Imagem: Um boleto de R$ 120.');

		model.script([{ say: 'De nada!' }]);
		sandbox.writeAsContact(phone, { text: 'Obrigado' });
		await reader.ended(3);
		expect(textsTo(phone)).toEqual([
			'O plano anual custa R$ 990.',
			'Recebi o boleto, obrigado!',
			'De nada!',
		]);
		expect(notesIn(sessionId)).toHaveLength(2);
		model.verify();
	},

	'field-service-notice': async (reader) => {
		const phone = somebody('5511988880002');
		await reader.import();
		await reader.publish();
		const visit = { phone, customer: 'Rosa', technician: 'Davi', arrival: '14h30' };
		await reader.call('field-service', { ...visit, kind: 'onTheWay' });
		await reader.ended(1);
		const pictureUrl = 'https://cdn.example.com/servico.png';
		await reader.call('field-service', { ...visit, kind: 'done', pictureUrl });
		await reader.ended(2);
		const quoteUrl = 'https://cdn.example.com/orcamento.pdf';
		await reader.call('field-service', { ...visit, kind: 'quote', quoteUrl });
		await reader.ended(3);
		expect(sentTo(phone).map(({ type, text }) => [type, text])).toEqual([
			['TEXT', 'Olá, Rosa! Davi está a caminho e chega por volta das 14h30.'],
			['IMAGE', 'Serviço concluído por Davi. Obrigado pela confiança, Rosa!'],
			['DOCUMENT', expect.stringContaining('Segue o orçamento')],
		]);
	},

	'recurring-reminders': async (reader) => {
		const phone = somebody('5511988880003');
		await reader.import();
		await reader.run('Set Up Once');
		await reader.ended(1);
		const table = await DataTable.named(site.api, 'WTS Chat reminders');
		const yesterday = DateTime.now().minus({ days: 1, minutes: 1 });
		const later = DateTime.now().plus({ days: 1 });
		const reminder = { phone, nextAt: yesterday.toISO(), repeat: 'daily', paused: false };
		await table.insert([
			{ ...reminder, text: 'Beber água' },
			{ ...reminder, text: 'Uma vez só', repeat: 'once' },
			{ ...reminder, text: 'Em pausa', paused: true },
			{ ...reminder, text: 'Amanhã', nextAt: later.toISO() },
		]);

		await reader.run('Every Minute');
		await reader.ended(2);
		expect(textsTo(phone).sort()).toEqual(['Beber água', 'Uma vez só']);
		const nextTimes = Object.fromEntries(
			(await table.rows()).map(({ text, nextAt }) => [text, nextAt]),
		);
		const inAMoment = yesterday.plus({ days: 2 }).toMillis();
		expect(Date.parse(String(nextTimes['Beber água']))).toBe(inAMoment);
		expect(nextTimes['Uma vez só']).toBeNull();

		await reader.run('Every Minute');
		await reader.ended(3);
		expect(sentTo(phone)).toHaveLength(2);
	},

	'lead-form-in-a-conversation': async (reader) => {
		const phone = '5511988880004';
		const { sessionId } = sandbox.writeAsContact(phone, { text: 'Quero saber dos planos' });
		await reader.import();
		await reader.publish();
		await reader.submit(['Ana Lima', 'ana@example.com', 'Plano anual', sessionId]);
		await reader.ended();
		expect(contactOf(phone)).toMatchObject({ name: 'Ana Lima', email: 'ana@example.com' });
		expect(tagsOf(phone)).toEqual(['Lead']);
		expect(sentTo(phone)).toEqual([
			expect.objectContaining({
				sessionId,
				text: 'Cadastro recebido, Ana Lima! Vou preparar uma proposta do plano anual para você.',
			}),
		]);
		expect(notesIn(sessionId)).toEqual(['Formulário preenchido. Interesse: Plano anual.']);
	},

	'lead-source-of-several-accounts': async (reader) => {
		const panelId = listed(sales().id);
		await reader.import({
			'Centro: Open Card?': { panelId },
			'Centro: New Card': { panelId, stepId: stepNamed('Novo lead') },
			'Praia: Open Card?': { panelId },
			'Praia: New Card': { panelId, stepId: stepNamed('Novo lead') },
		});
		await reader.publish();
		const lead = { name: 'Bruno Reis', phone: '5511988880005', utm_source: 'Google' };
		await reader.call('lead', { ...lead, account: 'centro', utm_campaign: 'verão' });
		await reader.ended(1);
		await reader.call('lead', { ...lead, account: 'centro', utm_campaign: 'inverno' });
		await reader.ended(2);
		await reader.call('lead', { ...lead, account: 'praia', utm_source: 'instagram' });
		await reader.ended(3);

		const cardsIn = (at: Account) => {
			const { id } = contactOf(lead.phone, at);
			return at.cards.filter(({ contactIds }) => contactIds.includes(id));
		};
		expect(tagsOf(lead.phone)).toEqual(['Origem: Google']);
		expect(cardsIn(account)).toEqual([
			expect.objectContaining({ title: 'Bruno Reis', description: 'Origem: Google / verão' }),
		]);
		const [card] = cardsIn(account);
		const notes = account.cardNotes.filter(({ cardId }) => cardId === card?.id);
		expect(notes.map(({ text }) => text)).toEqual(['Voltou por: Google / inverno']);

		expect(tagsOf(lead.phone, secondSandbox.account)).toEqual(['Origem: Meta']);
		expect(cardsIn(secondSandbox.account)).toHaveLength(1);
	},

	'tag-driven-funnel': async (reader) => {
		const panelId = listed(sales().id);
		await reader.import({
			'Open Cards of the Contact': { panelId },
			'Move to Closing': { panelId, stepId: stepNamed('Fechamento') },
			'Move to Proposal': { panelId, stepId: stepNamed('Proposta') },
			'Tell the Dashboard': { url: collector.url },
		});
		await reader.publish();
		const contact = account.contacts[5]!;
		const card = account.cards.find(({ contactIds }) => contactIds.includes(contact.id))!;
		const tag = (name: string) => {
			contact.tagIds = [...contact.tagIds, tagNamed(account, name).id];
			sandbox.events.notice();
		};

		tag('Orçamento');
		await reader.ended(1);
		expect(card.stepId).toBe(stepNamed('Proposta'));
		tag('Cliente');
		await reader.ended(2);
		expect(card.stepId).toBe(stepNamed('Fechamento'));
		expect(collector.items).toEqual([
			expect.objectContaining({ card: card.id, step: stepNamed('Proposta') }),
			expect.objectContaining({ step: stepNamed('Fechamento'), contact: contact.name }),
		]);
	},

	'relay-to-an-external-agent': async (reader) => {
		const { session, phone } = waitingConversation(4);
		await reader.import({
			'When a Message Comes': answeredDepartment(),
			'Ask the Agent': { url: collector.url },
			'Open a Card': { panelId: listed(sales().id), stepId: stepNamed('Novo lead') },
			'Hand Over': { departmentId: departmentId('Suporte') },
		});
		await reader.publish();

		collector.answer = { reply: 'Qual é o seu nome?', done: false };
		sandbox.writeAsContact(phone, { text: 'Meu pedido não chegou' });
		await reader.ended(1);
		expect(collector.items).toEqual([
			expect.objectContaining({ sessionId: session.id, text: 'Meu pedido não chegou' }),
		]);
		expect(session.departmentId).toBe(departmentId('Comercial'));

		const found = { name: 'Clara Nunes', subject: 'Pedido atrasado' };
		collector.answer = { reply: 'Obrigado, vou passar adiante.', done: true, ...found };
		const { email } = contactOf(phone);
		sandbox.writeAsContact(phone, { text: 'Clara Nunes' });
		await reader.ended(2);
		expect(textsTo(phone).slice(-2)).toEqual([
			'Qual é o seu nome?',
			'Obrigado, vou passar adiante.',
		]);
		expect(contactOf(phone)).toMatchObject({ name: 'Clara Nunes', email });
		expect(account.cards.at(-1)).toMatchObject({
			title: 'Pedido atrasado – Clara Nunes',
			sessionId: session.id,
			contactIds: [session.contactId],
		});
		expect(session.departmentId).toBe(departmentId('Suporte'));
	},

	'appointment-confirmation': async (reader) => {
		await reader.import(confirmationIn(account));
		await reader.publish();
		const confirming = '5511988880006';
		await reader.call('appointment', { ...appointment, phone: confirming });
		await reader.waits();
		expect(textsTo(confirming)[0]).toContain('Eva');
		sandbox.writeAsContact(confirming, { text: 'Confirmar' });
		await reader.ended(1);
		expect(tagsOf(confirming)).toEqual(['Confirmado']);
		expect(textsTo(confirming)[1]).toBe('Combinado, Eva! Esperamos você: 12/12 às 15h.');

		const moving = '5511988880007';
		await reader.call('appointment', { ...appointment, phone: moving });
		await reader.waits();
		const { sessionId } = sandbox.writeAsContact(moving, { text: 'Remarcar' });
		await reader.ended(2);
		expect(tagsOf(moving)).toEqual(['Remarcar']);
		expect(sessionOf(sessionId).departmentId).toBe(departmentId('Suporte'));

		const unsure = '5511988880017';
		await reader.call('appointment', { ...appointment, phone: unsure });
		await reader.waits();
		const doubtful = sandbox.writeAsContact(unsure, { text: '1 momento, por favor' });
		await reader.ended(3);
		expect(tagsOf(unsure)).toEqual([]);
		expect(sessionOf(doubtful.sessionId).departmentId).toBe(departmentId('Suporte'));
		expect(notesIn(doubtful.sessionId)).toEqual([
			expect.stringMatching(/^Resposta não entendida .*: 1 momento, por favor$/),
		]);
	},

	'collections-by-template': async (reader) => {
		const staff = somebody('5511988880009');
		const [today, late, withoutWhatsApp] = ['5511988880010', '5511988880011', '5511988880000'];
		const days = (count: number) =>
			DateTime.now().setZone('America/Sao_Paulo').minus({ days: count }).toISODate();
		const invoice = { name: 'Hugo', amount: 'R$ 120,00', link: 'https://pay.example.com/1' };
		collector.answer = [
			{ ...invoice, phone: today, dueDate: days(0) },
			{ ...invoice, phone: withoutWhatsApp, dueDate: days(5) },
			{ ...invoice, phone: late, dueDate: days(3) },
		];
		await reader.import({
			Settings: { invoicesUrl: collector.url, staffPhone: staff },
			'Send Template': {
				from: listed('551130000000'),
				templateId: listed(orderTemplate().id),
				templateParametersJson: '={{ JSON.stringify({ nome: $json.name, pedido: $json.amount }) }}',
			},
		});
		await reader.run('Every Morning');
		await reader.ended();
		expect(textsTo(today!)).toEqual(['Olá Hugo, seu pedido R$ 120,00 saiu para entrega.']);
		expect(tagsOf(today!)).toEqual(['Lembrete de cobrança']);
		expect(contactOf(late!)).toBeUndefined();
		expect(textsTo(staff)).toEqual([
			expect.stringMatching(`não entregue a Hugo \\(${withoutWhatsApp}\\): .`),
		]);
	},

	'daily-report-to-managers': async (reader) => {
		const managers = [somebody('5511988880012'), somebody('5511988880013')];
		await reader.import({ Settings: { managers: managers.join(', ') } });
		await reader.run('Every Evening');
		await reader.ended();
		const [file] = account.files.slice(-1);
		expect(file).toMatchObject({ mimeType: 'application/pdf' });
		expect(file?.name).toMatch(/^relatorio-[-\d]{10}\.pdf$/);
		for (const manager of managers) {
			expect(sentTo(manager)).toEqual([
				expect.objectContaining({
					type: 'DOCUMENT',
					fileId: file?.id,
					text: expect.stringContaining('Atendimento em '),
				}),
			]);
		}
	},

	'mirror-cards-to-a-table': async (reader) => {
		const panelId = listed(sales().id);
		await reader.import({ 'All Cards': { panelId }, 'When a Card Changes': { panelId } });
		await reader.publish();
		await reader.run('Set Up Once');
		await reader.ended(1);
		const table = await DataTable.named(site.api, 'WTS Chat cards');
		await reader.run('Every Night');
		await reader.ended(2);
		const cards = account.cards.filter((one) => one.panelId === sales().id);
		const mirrored = async () => (await table.rows()).map(({ cardId, title }) => [cardId, title]);
		const originals = () => cards.map(({ id, title }) => [id, title]);
		expect((await mirrored()).sort()).toEqual(originals().sort());

		cards[1]!.title = 'Renovação por dois anos';
		sandbox.events.notice();
		await reader.ended(3);
		expect((await mirrored()).sort()).toEqual(originals().sort());
	},

	'ad-attribution': async (reader) => {
		await reader.import({
			'When a Card Is Sold': {
				panelId: listed(sales().id),
				filters: { stepIds: [stepNamed('Fechamento')] },
			},
			'Report the Conversion': { url: collector.url },
		});
		await reader.publish();
		const card = account.cards[0]!;
		card.stepId = stepNamed('Fechamento');
		sandbox.events.notice();
		await reader.ended();
		const { clid } = sessionOf(card.sessionId!).utm!;
		expect(collector.items).toEqual([
			{
				data: [
					expect.objectContaining({
						event_name: 'Purchase',
						event_id: card.id,
						user_data: { ph: [expect.stringMatching(/^[\da-f]{64}$/)], ctwa_clid: clid },
					}),
				],
			},
		]);
	},

	'booking-with-an-agent': async (reader) => {
		const phone = somebody('5511988880020');
		const { sessionId } = sandbox.writeAsContact(phone, { text: 'Tudo bem?' });
		sessionOf(sessionId).departmentId = departmentId('Comercial');
		await reader.import({ 'When a Message Comes': quickly(answeredDepartment()) });
		await reader.run('Set Up Once');
		await reader.ended(1);
		const table = await DataTable.named(site.api, 'WTS Chat bookings');
		const free = { phone: null, name: null };
		await table.insert([
			{ time: 'Ter 15h', ...free },
			{ time: 'Qua 10h', phone: '5511977770000', name: 'Ivo' },
		]);
		await reader.publish();

		model.script([
			{ call: { tool: 'Free_Times', args: {} } },
			{ call: { tool: 'Book', args: { time: 'Qua 10h', name: 'Rita' } } },
			{ call: { tool: 'Book', args: { time: 'Ter 15h', name: 'Rita' } } },
			{ say: 'Marcado: terça às 15h.' },
		]);
		sandbox.writeAsContact(phone, { text: 'Quero marcar um horário' });
		await reader.ended(2);
		expect(model.requests[1]?.results[0]?.text).toContain('Ter 15h');
		expect(model.requests[1]?.results[0]?.text).not.toContain('Qua 10h');
		expect(await table.rows()).toEqual([
			expect.objectContaining({ time: 'Ter 15h', name: 'Rita', phone: expect.any(String) }),
			expect.objectContaining({ time: 'Qua 10h', name: 'Ivo' }),
		]);
		expect(textsTo(phone).at(-1)).toBe('Marcado: terça às 15h.');
		model.verify();
	},

	'campaign-with-opt-out': async (reader) => {
		const phones = ['5511988880021', '5511988880022'].map(somebody);
		for (const phone of phones) contactOf(phone).tagIds.push(tagNamed(account, 'VIP').id);
		const optedOut = '=Inadimplente';
		await reader.import({
			Contacts: { filters: { tagIds: '=VIP' } },
			Tag: { tagIds: optedOut },
			'Send the Campaign': {
				from: listed('551130000000'),
				templateId: listed(orderTemplate().id),
				templateParametersJson: '{ "nome": "Eva", "pedido": "1" }',
				options: { skipTagIds: optedOut, messagesPerMinute: 600 },
			},
		});
		await reader.publish();
		sandbox.writeAsContact(phones[0]!, { text: 'sair!' });
		await reader.ended(1);
		expect(tagsOf(phones[0]!)).toEqual(['VIP', 'Inadimplente']);
		await reader.run('Start by Hand');
		await reader.ended(2);
		const templates = (phone: string) =>
			sentTo(phone).filter(({ templateId }) => templateId === orderTemplate().id);
		expect(phones.map((phone) => templates(phone).length)).toEqual([0, 1]);
	},

	'rating-after-close': async (reader) => {
		const phone = '5511988880023';
		const { sessionId } = sandbox.writeAsContact(phone, { text: 'Olá' });
		await reader.import({ 'Ask for a Rating': { from: listed('551130000000') } });
		await reader.publish();
		await fetch(`${sandbox.url}/chat/v1/session/${sessionId}/complete`, {
			method: 'PUT',
			headers: { authorization: `Bearer ${sandbox.apiKey}`, 'content-type': 'application/json' },
			body: '{}',
		});
		await reader.waits();
		sandbox.writeAsContact(phone, { text: 'nota 2, demorou muito' });
		await reader.ended();
		expect(notesIn(sessionId)).toEqual(['Nota 2 do contato. demorou muito']);
	},

	'follow-up-after-silence': async (reader) => {
		await reader.ended(1);
		const { account: south } = silences['follow-up-after-silence']!.sandbox;
		expect(textsTo(SILENT_PHONE, south)).toEqual([
			'Oi! Ainda posso ajudar? Se preferir, continuamos em outro momento.',
		]);
	},

	'unanswered-alert': async (reader) => {
		await reader.ended(1);
		const { account: east } = silences['unanswered-alert']!.sandbox;
		expect(textsTo(MANAGER_PHONE, east)).toEqual([
			expect.stringMatching(/está sem resposta: “Tem alguém aí\?” http/),
		]);
	},

	'urgent-alert-with-deep-link': async (reader) => {
		const onDuty = [somebody('5511988880014'), somebody('5511988880015')];
		const { departments, userId } = agentNamed(account, account.agents[0]!.name!);
		const [home] = departments;
		await reader.import({
			Settings: { onDuty: onDuty.join(',') },
			'Hand Over': { departmentId: home?.departmentId, userId },
		});
		await reader.publish();
		const phone = '5511988880016';
		sandbox.writeAsContact(phone, { text: 'Bom dia' });
		await reader.ended(1);
		const { sessionId } = sandbox.writeAsContact(phone, { text: 'É URGENTE, falta luz' });
		await reader.ended(2);
		const session = sessionOf(sessionId);
		expect(session).toMatchObject({ departmentId: home?.departmentId, userId });
		expect(notesIn(sessionId)).toEqual(['Pediu atenção urgente: “É URGENTE, falta luz”']);
		for (const person of onDuty) {
			expect(textsTo(person)).toEqual([expect.stringContaining(session.previewUrl!)]);
		}
	},
};

beforeEach(() => {
	collector.items.length = 0;
	collector.answer = {};
});

/** Those that take a minute have begun already, and come last. */
const last = ['follow-up-after-silence', 'unanswered-alert'];
const inOrder = [...exampleNames.filter((name) => !last.includes(name)), ...last];

test.each(inOrder)('%s', async (name) => {
	const scenario = scenarios[name];
	if (!scenario) throw new Error(`There is no scenario for examples/${name}.json`);
	const reader = silences[name]?.reader ?? new Reader(site, name);
	try {
		await scenario(reader);
	} finally {
		await reader.unpublish();
	}
});

test('appointment-confirmation, when nobody answers', async () => {
	const { reader, phone, sandbox: silent } = unanswered;
	await reader.ended();
	expect(tagsOf(phone, silent.account)).toEqual(['Sem resposta']);
	const [asked] = sentTo(phone, silent.account);
	expect(notesIn(asked!.sessionId, silent.account)).toEqual([
		'Não respondeu ao pedido de confirmação de 12/12 às 15h.',
	]);
	await reader.unpublish();
});

test('no scenario is left without its example', () => {
	expect(Object.keys(scenarios).sort()).toEqual([...exampleNames].sort());
});
