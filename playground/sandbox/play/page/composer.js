import { act, encoded } from './api.js';
import { nameOf } from './contacts.js';
import { byId, element, offer } from './element.js';
import { humFor } from './voice.js';
import { word } from './words.js';

/** What contacts write often; the demo workflows understand it. */
const SUGGESTIONS = [
	'Bom dia!',
	'Quero falar com um atendente',
	'Sim, pode confirmar',
	'Agora não',
];

const form = byId('composer');
const text = byId('text');
const file = byId('file');
const speak = byId('speak');
const template = byId('template');
const problem = byId('problem');

/** The contact that is written to or as, and the person of the team who writes. */
let chat;

/** Who writes: the contact, the team, or the team for itself. */
const writer = () => form.elements.as.value;
const isSpoken = () => speak.ariaPressed === 'true' && !speak.hidden;

/** Makes the composer work. @param onDone called when something was sent, or could not be */
export function prepareComposer(onDone) {
	let isBusy = false;
	// whoever presses twice sends once
	const trying = (work) => async (event) => {
		event.preventDefault();
		if (isBusy) return;
		isBusy = true;
		problem.textContent = '';
		await work().catch(({ message }) => (problem.textContent = message));
		isBusy = false;
		await onDone();
	};
	form.addEventListener('submit', trying(send));
	form.addEventListener('change', showComposer);
	text.addEventListener('keydown', (event) => {
		if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
		event.preventDefault();
		form.requestSubmit();
	});
	template.addEventListener('change', trying(sendTemplate));
	speak.addEventListener('click', () => {
		speak.ariaPressed = String(!isSpoken());
		showComposer();
		text.focus();
	});
	byId('attached')
		.querySelector('button')
		.addEventListener('click', () => {
			file.value = '';
			showComposer();
		});
	const suggested = SUGGESTIONS.map((suggestion) => {
		const button = element('button', { type: 'button', textContent: suggestion, lang: 'pt-BR' });
		button.addEventListener(
			'click',
			trying(() => asContact({ text: suggestion })),
		);
		return element('li', {}, button);
	});
	byId('suggestions').append(...suggested);
}

/** Turns to a contact. */
export function composeIn(contact, person, templates) {
	if (contact.id !== chat?.contact.id) problem.textContent = '';
	chat = { contact, person };
	offer(template, [['', word('chooseTemplate')], ...templates.map(({ id, name }) => [id, name])]);
	showComposer();
}

/** Shows what fits whoever writes. */
function showComposer() {
	const isContact = writer() === 'contact';
	const [attached] = file.files;
	byId('suggestions').hidden = !isContact;
	byId('attach').hidden = !isContact;
	speak.hidden = !isContact || Boolean(attached && !attached.type.startsWith('audio/'));
	byId('template-choice').hidden = writer() !== 'team';
	byId('attached').hidden = !attached || !isContact;
	byId('attached').firstElementChild.textContent = attached?.name ?? '';
	form.dataset.as = writer();
	text.placeholder = placeholder();
}

function placeholder() {
	if (!chat) return '';
	if (writer() === 'note') return word('textOfNote');
	if (writer() === 'team') return word('textOfTeam', chat.person.name);
	return word(isSpoken() ? 'textSpoken' : 'textOfContact', nameOf(chat.contact));
}

async function send() {
	const written = text.value.trim();
	const [attached] = writer() === 'contact' ? file.files : [];
	if (!written && !attached) return;
	if (writer() !== 'contact')
		await asTeam(writer() === 'note' ? 'note' : 'answer', { text: written });
	else if (isSpoken())
		await asContact({ file: await encoded(attached ?? humFor(written)), spoken: written });
	else if (attached) await asContact({ file: await encoded(attached), text: written });
	else await asContact({ text: written });
	text.value = '';
	file.value = '';
	speak.ariaPressed = 'false';
	showComposer();
}

async function sendTemplate() {
	const templateId = template.value;
	template.value = '';
	if (templateId) await asTeam('template', { templateId });
}

const asContact = async (words) =>
	await act('message', { sessionId: chat.contact.session.id, ...words });

const asTeam = async (action, given) =>
	await act(action, { sessionId: chat.contact.session.id, userId: chat.person.userId, ...given });
