import type { IDataObject } from 'n8n-workflow';
import { panelTitled } from '../../playground/sandbox/crm/records';
import { useEditor, workflowWith } from './support/useEditor';

const { stage, editor, takeComplaints } = useEditor();

const account = () => stage().sandbox.account;
const lastBody = () =>
	stage()
		.sandbox.requests.filter(({ method }) => method !== 'GET')
		.at(-1)?.body;

const RECIPIENT = { __rl: true, mode: 'phone', value: '+55 11 90000-0001' };

let opened = 0;

/** Opens a node that stands on this operation. */
async function open(resource: string, operation: string, parameters: IDataObject = {}) {
	const id = `e2eDynamic${++opened}`;
	await workflowWith(stage(), id, [{}], { resource, operation, ...parameters });
	await editor().openWorkflow(id);
	await editor().openNode('WTS Chat');
}

test('a chosen template shows its parameters, and their values are sent', async () => {
	await open('message', 'sendTemplate', { to: RECIPIENT });
	await editor().pickRecord('from', 'WhatsApp');
	await editor().pickRecord('templateId', 'Atualização de pedido');
	await editor().type('nome', 'Júlia');
	await editor().type('pedido', '9876');
	await editor().execute();
	await editor().output.getByText('QUEUED').first().waitFor();
	expect(lastBody()).toMatchObject({
		templateId: account().templates[0]?.id,
		parameters: { nome: 'Júlia', pedido: '9876' },
	});
});

test('a template with an image asks for it', async () => {
	await open('message', 'sendTemplate', { to: RECIPIENT });
	await editor().pickRecord('from', 'WhatsApp');
	await editor().pickRecord('templateId', 'Catálogo do mês');
	await editor().type('nome', 'Júlia');
	expect(await editor().field('text:IMAGE').locator('input').inputValue()).toBe(
		'Olá {{nome}}, veja as novidades.',
	);
	await editor().type('templateFileUrl', 'https://files.example.com/catalogo.jpg');
	// what was typed last, whole, without the tip below it and the note of the run before
	await editor().field('templateFileUrl').locator('input').blur();
	await editor().field('waitForDelivery').scrollIntoViewIfNeeded();
	await editor().page.getByText('Node executed successfully').waitFor({ state: 'hidden' });
	await editor().picture('template-with-image');
	await editor().execute();
	await editor().output.getByText('QUEUED').first().waitFor();
	expect(lastBody()).toMatchObject({
		parameters: { nome: 'Júlia' },
		fileIdOrUrl: 'https://files.example.com/catalogo.jpg',
	});
});

test('before anything is chosen, dynamic forms say what to choose first, in one sentence', async () => {
	await open('message', 'sendTemplate');
	const notice = editor().page.getByTestId('empty-fields-notice');
	expect(await notice.innerText()).toBe('Choose a template to see its text and its parameters.');
	await open('card', 'create', { specifyCustomFields: 'fields' });
	await notice.getByText('Choose a panel to see its custom fields.').waitFor();
	// where n8n puts its mapping mode and a red sentence with Retry
	expect(await editor().page.getByTestId('mapping-mode-select').count()).toBe(0);
});

test('a chosen panel shows its steps in board order and its custom fields', async () => {
	const panel = panelTitled(account(), 'Vendas');
	await open('card', 'create', { title: 'Plano anual – Padaria Estrela' });
	await editor().pickRecord('panelId', 'Vendas');
	expect(await editor().openRecords('stepId')).toEqual([
		'Novo lead',
		'Qualificação',
		'Proposta',
		'Fechamento',
	]);
	await editor().pickOpenRecord('Proposta');
	await editor().openList('specifyCustomFields');
	await editor().pick('Using Fields Below');
	await editor().addMappedField('Plano de interesse');
	await editor().openList('plano-de-interesse');
	await editor().pick('Anual');
	await editor().execute();
	await editor().output.getByText('Plano anual – Padaria Estrela').first().waitFor();
	expect(account().cards.at(-1)).toMatchObject({
		stepId: panel.steps.find(({ title }) => title === 'Proposta')?.id,
		customFields: { 'plano-de-interesse': ['Anual'] },
	});
});

test('a chosen panel shows its cards, and the reasons that they are lost for', async () => {
	await open('card', 'markAsLost');
	await editor().pickRecord('panelId', 'Vendas');
	await editor().pickRecord('cardId', 'VND-1 ');
	expect(await editor().openRecords('lostReasonId')).toContain('Preço acima do orçamento');
	await editor().pickOpenRecord('Preço acima do orçamento');
	await editor().execute();
	await editor().output.getByText('LOST').first().waitFor();
	expect(lastBody()).toMatchObject({
		status: 'LOST',
		lostReasonId: panelTitled(account(), 'Vendas').lostReasons[0]?.id,
	});
});

test('a contact is found by typing, and gets custom fields of its own', async () => {
	const contact = account().contacts[2]!;
	await open('contact', 'update');
	await editor().searchRecord('contactId', String(contact.name));
	await editor().openList('specifyCustomFields');
	await editor().pick('Using Fields Below');
	await editor().addMappedField('Filhos');
	await editor().type('filhos', '2');
	await editor().execute();
	await editor().output.getByText(contact.id).first().waitFor();
	expect(contact.customFields).toMatchObject({ filhos: [2] });
});

test('a message goes to a contact from the list', async () => {
	const contact = account().contacts[2]!;
	const to = { __rl: true, mode: 'list', value: '' };
	await open('message', 'sendText', { to, text: 'Bom dia!' });
	await editor().searchRecord('to', '90000-0003', String(contact.name));
	await editor().execute();
	await editor().output.getByText('QUEUED').first().waitFor();
	expect(lastBody()).toMatchObject({ to: '5511900000003', text: 'Bom dia!' });
});

test('a chatbot and a session are picked from their lists', async () => {
	const session = account().sessions[0]!;
	await open('chatbot', 'start', {
		sendTo: 'session',
		sessionId: { __rl: true, mode: 'list', value: '' },
	});
	await editor().searchRecord('botKey', 'Cobrança');
	await editor().pickRecord('sessionId', String(session.number));
	await editor().execute();
	await editor().output.getByText(session.id).first().waitFor();
	expect(session.botId).toBe(account().chatbots[2]?.id);
});

test('no page broke on the way', () => {
	expect(takeComplaints()).toEqual([]);
});
