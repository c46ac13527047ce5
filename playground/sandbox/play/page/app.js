import { act, now } from './api.js';
import { composeIn, prepareComposer } from './composer.js';
import { nameOf, showContacts } from './contacts.js';
import { avatarOf, byId, offer } from './element.js';
import { leftUntil } from './moments.js';
import { showMessages } from './thread.js';
import { speakTheLanguage, word } from './words.js';

const LOOK_AGAIN_MS = 1_000;

let shown = { contacts: [], team: [], templates: [] };
let chosenId;

const chosen = () => shown.contacts.find(({ id }) => id === chosenId);

/** Looks at the account, and shows it as it is now, or that the sandbox is gone. */
async function look() {
	const seen = await now().catch(() => undefined);
	byId('gone').hidden = Boolean(seen);
	shown = seen ?? shown;
	show();
}

function show() {
	showContacts(shown.contacts, chosenId, choose);
	const contact = chosen();
	byId('nobody').hidden = Boolean(contact);
	byId('chat').hidden = !contact;
	if (!contact) return;
	showHeader(contact);
	showWindow(contact.session);
	composeIn(contact, personFor(contact.session), shown.templates);
	byId('typing').hidden = !contact.session.isTyping;
	showMessages(contact.messages, (messageId, button) => doing('press', { messageId, button }));
}

function choose(id) {
	chosenId = id;
	document.body.dataset.view = 'chat';
	show();
	byId('log').scrollTop = byId('log').scrollHeight;
}

/** Who writes for the team: whoever has the conversation, or somebody of its department. */
function personFor({ userId, departmentId }) {
	return (
		shown.team.find((person) => person.userId === userId) ??
		shown.team.find(({ departmentIds }) => departmentIds.includes(departmentId)) ??
		shown.team[0]
	);
}

function showHeader(contact) {
	const { session } = contact;
	const avatar = avatarOf(nameOf(contact));
	avatar.id = 'avatar';
	byId('avatar').replaceWith(avatar);
	byId('name').textContent = nameOf(contact);
	const phone = contact.phone === nameOf(contact) ? null : contact.phone;
	byId('about').textContent = [phone, session.channel, session.department]
		.filter(Boolean)
		.join(' · ');
	byId('status').textContent = word(session.status);
	byId('status').className = `pill ${session.status}`;
	byId('complete').hidden = session.status === 'COMPLETED';
	offer(byId('owner'), [
		['', word('nobody')],
		...shown.team.map(({ userId, name }) => [userId, name]),
	]);
	byId('owner').value = session.userId ?? '';
}

function showWindow({ channel, window, windowEndsAt }) {
	byId('window').hidden = channel !== 'WhatsApp';
	const isOpen = window === 'ACTIVE';
	byId('window').dataset.open = isOpen;
	byId('window-status').textContent = isOpen
		? word('windowOpen', leftUntil(windowEndsAt))
		: word('windowClosed');
	byId('close-window').hidden = !isOpen;
}

/** Does something in the conversation that is shown, and shows what came of it. */
async function doing(action, given = {}) {
	await act(action, { sessionId: chosen().session.id, ...given }).catch(({ message }) => {
		byId('problem').textContent = message;
	});
	await look();
}

byId('back').addEventListener('click', () => {
	document.body.dataset.view = 'list';
});
byId('owner').addEventListener('change', ({ target }) => doing('assign', { userId: target.value }));
byId('complete').addEventListener('click', () => doing('complete'));
byId('close-window').addEventListener('click', () => doing('close-window'));

byId('new-contact').addEventListener('submit', async (event) => {
	event.preventDefault();
	const phone = byId('phone');
	try {
		const { sessionId } = await act('message', { phone: phone.value, text: 'Oi!' });
		await look();
		choose(shown.contacts.find(({ session }) => session.id === sessionId).id);
		phone.value = '';
		byId('no-contact').textContent = '';
	} catch ({ message }) {
		byId('no-contact').textContent = message;
	}
});

/**
 * Begins with the contact whose number the address names, which may be somebody new, or on a wide screen
 * with one who waits.
 */
function begin() {
	const digits = location.hash.replace(/\D/g, '');
	const named = shown.contacts.find(({ phone }) => digits && phone?.replace(/\D/g, '') === digits);
	const waiting = shown.contacts.find(
		({ session }) => session.status === 'PENDING' && session.channel === 'WhatsApp',
	);
	const first = matchMedia('(min-width: 45rem)').matches ? waiting : undefined;
	if (named ?? first) choose((named ?? first).id);
	if (digits && !named) {
		byId('phone').value = `+${digits}`;
		byId('phone').focus();
	}
}

speakTheLanguage(show);
prepareComposer(look);
await look();
begin();
setInterval(look, LOOK_AGAIN_MS);
