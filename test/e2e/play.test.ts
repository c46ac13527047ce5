import axios from 'axios';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { contactNamed, startSandbox, type Sandbox } from '../../playground/sandbox';
import { startBrowser } from './support/browser';
import { takePicture } from './support/pictures';
import { until } from './support/until';

/** The page on which a person plays contacts and the team: it needs the sandbox alone, and no n8n. */
let sandbox: Sandbox;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

async function open(options: BrowserContextOptions, at = '/play'): Promise<Page> {
	const context = await browser.newContext({ locale: 'en-US', ...options });
	const opened = await context.newPage();
	opened.on('pageerror', ({ message }) => complaints.push(message));
	opened.on('console', (message) => {
		// a number that is refused is answered with 400, which the browser notes
		const isRefusal = message.text().includes('400');
		if (message.type() === 'error' && !isRefusal) complaints.push(message.text());
	});
	await opened.goto(`${sandbox.url}${at}`);
	await opened.locator('nav li').first().waitFor({ state: 'attached' });
	return opened;
}

beforeAll(async () => {
	[sandbox, browser] = await Promise.all([startSandbox(), startBrowser()]);
	page = await open({ viewport: { width: 1280, height: 860 } });
});

afterAll(async () => {
	await browser.close();
	await sandbox.close();
});

const bubble = (text: string) => page.locator('.bubble', { hasText: text });
const press = async (name: string) => await page.getByRole('button', { name, exact: true }).click();
const turnTo = async (writer: string) => await page.getByText(writer, { exact: true }).click();

async function write(text: string): Promise<void> {
	await page.getByRole('textbox', { name: 'Message' }).fill(text);
	await page.keyboard.press('Enter');
	await bubble(text).first().waitFor();
}

const lastMessage = () => sandbox.account.messages.at(-1)!;

/** A request to the API, as a workflow makes it. */
async function request(path: string, body: object): Promise<void> {
	const headers = { Authorization: `Bearer ${sandbox.apiKey}` };
	await axios.post(sandbox.url + path, body, { headers });
}

/** A workflow answers in the conversation of the last message. */
async function answerAsWorkflow(text: string): Promise<void> {
	await request(`/chat/v1/session/${lastMessage().sessionId}/message`, { text });
	await bubble(text).waitFor();
}

test('a contact that is clicked writes into its conversation, and the answer of a workflow appears', async () => {
	const { name, id } = contactNamed(sandbox.account, 'Inês Bragança');
	await page.getByRole('button', { name: name! }).click();
	await write('Onde está meu pedido?');
	const { sessionId, direction } = lastMessage();
	expect(direction).toBe('FROM_HUB');
	expect(sandbox.account.sessions.find((session) => session.id === sessionId)?.contactId).toBe(id);

	await request('/chat/v1/send/typing', { sessionId });
	await page.getByText('A workflow is typing').waitFor();
	await answerAsWorkflow('Já vou ver para você.');
	await page.getByText('A workflow is typing').waitFor({ state: 'hidden' });
	await bubble('Já vou ver para você.').getByText('Workflow').waitFor();
	await bubble('Já vou ver para você.').getByLabel('Delivered').waitFor();
});

test('somebody new writes from a number as people write it, and a wrong one is refused with a sentence', async () => {
	const fresh = await open({}, '/play#+5511912345678');
	expect(await fresh.getByLabel('Somebody new writes from').inputValue()).toBe('+5511912345678');
	await fresh.context().close();
	const phone = page.getByLabel('Somebody new writes from');
	await phone.fill('98765-4321');
	await press('Say “Oi!”');
	await page.getByText('98765-4321 is no phone number').waitFor();
	await phone.fill('(11) 98765-4321');
	await press('Say “Oi!”');
	await page.getByRole('heading', { name: '+55 11 98765-4321' }).waitFor();
	await bubble('Oi!').waitFor();
	expect(sandbox.account.contacts.at(-1)?.phoneNumber).toBe('+55|11987654321');
});

test('a picture is sent and shown, and an audio comes with its words a moment later', async () => {
	const pixel =
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
	const picture = {
		name: 'pedido.png',
		mimeType: 'image/png',
		buffer: Buffer.from(pixel, 'base64'),
	};
	await page.getByLabel('Attach a file').setInputFiles(picture);
	await press('Send');
	await page.getByRole('img', { name: 'pedido.png' }).waitFor();
	expect(lastMessage()).toMatchObject({ type: 'IMAGE', details: { file: { name: 'pedido.png' } } });

	await press('Say it as an audio');
	await page.getByRole('textbox', { name: 'Message' }).fill('É o pedido mil e quarenta e dois');
	await press('Send');
	await page.getByText('Writing down what is said …').waitFor();
	expect(lastMessage().details?.transcription).toMatchObject({ text: null, processing: true });
	await bubble('É o pedido mil e quarenta e dois').waitFor();
	expect(lastMessage()).toMatchObject({
		type: 'AUDIO',
		text: null,
		details: { transcription: { text: 'É o pedido mil e quarenta e dois', processing: false } },
	});
});

test('a person of the team takes over, writes, and leaves a note that stands apart', async () => {
	await answerAsWorkflow('Encontrei o pedido 1042. Vou chamar alguém da equipe.');
	const { userId } = sandbox.account.agents[2]!;
	await page.getByLabel('With').selectOption(userId);
	const session = () => sandbox.account.sessions.find(({ id }) => id === lastMessage().sessionId);
	await until('the person has it', () => session()?.userId === userId);
	expect(session()?.status).toBe('IN_PROGRESS');

	await turnTo('Team');
	await write('Está saindo do estoque agora.');
	expect(lastMessage()).toMatchObject({ direction: 'TO_HUB', origin: 'DEFAULT', userId });
	await turnTo('Note for the team');
	await write('Cliente antigo: tratar com carinho.');
	expect(lastMessage()).toMatchObject({ type: 'NOTE', userId });
	await page.locator('.note', { hasText: 'Cliente antigo' }).getByText('Internal note').waitFor();
});

test('behind a closed window a text fails with its reason, and a template arrives, whose button opens it', async () => {
	await press('Let 24 hours pass');
	await page.getByText('Window closed').waitFor();
	await turnTo('Team');
	await write('Seu pedido saiu!');
	await bubble('Seu pedido saiu!').getByText('A janela de 24 horas está fechada.').waitFor();
	await page.getByLabel('Template').selectOption('Atualização de pedido');
	await bubble('seu pedido 1042 saiu para entrega').getByLabel('Delivered').waitFor();
	await page.getByLabel('Messages').evaluate((log) => log.scrollTo(0, log.scrollHeight));
	await takePicture(page, 'play');

	await press('Falar com atendente');
	await page.getByText('Window open').waitFor();
	expect(lastMessage()).toMatchObject({ type: 'BUTTONS', text: 'Falar com atendente' });
});

test('a completed conversation goes on in a new one when the contact writes', async () => {
	const before = lastMessage().sessionId;
	await press('Complete');
	await page.getByText('Completed', { exact: true }).waitFor();
	await turnTo('Contact');
	await press('Bom dia!');
	await page.getByText('New conversation').waitFor();
	expect(lastMessage().sessionId).not.toBe(before);
});

test('the page speaks the language of the browser, or the one that is chosen, and keeps it', async () => {
	const portuguese = await open({ locale: 'pt-BR' });
	await portuguese.getByText('Você faz o papel dos contatos').waitFor();
	await portuguese.getByRole('button', { name: 'EN', exact: true }).click();
	await portuguese.reload();
	await portuguese.getByText('You play the contacts').waitFor();
	expect(await portuguese.locator('html').getAttribute('lang')).toBe('en');
	await portuguese.context().close();
});

test('on a phone the contacts and a conversation take turns, and an address opens one at once', async () => {
	const phone = { viewport: { width: 390, height: 780 }, colorScheme: 'dark' } as const;
	const small = await open({ ...phone, deviceScaleFactor: 2 }, '/play#+5511987654321');
	await small.getByRole('heading', { name: '+55 11 98765-4321' }).waitFor();
	await takePicture(small, 'play-phone');
	expect(await small.evaluate('document.documentElement.scrollWidth')).toBe(390);
	await small.getByRole('button', { name: 'Back to the contacts' }).click();
	await small.getByRole('button', { name: 'Inês Bragança' }).waitFor();
	expect(await small.getByRole('heading', { name: '+55 11 98765-4321' }).isVisible()).toBe(false);
	await small.context().close();
});

test('the keyboard alone is enough, and everything that one uses has a name', async () => {
	await page.getByRole('button', { name: 'Inês Bragança' }).focus();
	await page.keyboard.press('Enter');
	await page.getByRole('heading', { name: 'Inês Bragança' }).waitFor();
	await page.getByRole('textbox', { name: 'Message' }).focus();
	await page.keyboard.type('Só com o teclado');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Enter');
	await bubble('Só com o teclado').waitFor();
	const written = sandbox.account.messages.filter(({ text }) => text === 'Só com o teclado');
	expect(written).toHaveLength(1);

	const controls = page.locator('button, input, select, textarea, [role=log], nav');
	const shown = await controls.filter({ visible: true }).all();
	const trees = await Promise.all(shown.map(async (control) => await control.ariaSnapshot()));
	expect(trees.filter((tree) => !/^- \w+ "[^"]+"/.test(tree))).toEqual([]);
});

test('nothing broke on the way', () => {
	expect(complaints).toEqual([]);
});

test('a sandbox that is gone is told, until it is there again', async () => {
	await page.route('**/play/now', async (route) => await route.abort());
	await page.getByText('The sandbox does not answer').waitFor();
	await page.unroute('**/play/now');
	await page.getByText('The sandbox does not answer').waitFor({ state: 'hidden' });
});
