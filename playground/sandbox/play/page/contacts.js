import { avatarOf, byId, element, keep } from './element.js';
import { timeOf } from './moments.js';
import { word } from './words.js';

/** How a contact is called. */
export const nameOf = ({ name, phone }) =>
	/\p{L}/u.test(name ?? '') ? name : (phone ?? name ?? '');

/** Lists the contacts, the latest first. */
export function showContacts(contacts, chosenId, choose) {
	const entries = contacts.map((contact) => ({
		id: contact.id,
		name: nameOf(contact),
		isChosen: contact.id === chosenId,
		last: lastOf(contact.messages),
		at: timeOf(contact.session.at),
		status: contact.session.status,
		statusName: word(contact.session.status),
	}));
	keep(byId('contacts'), entries, (entry) => entryOf(entry, choose));
}

function lastOf(messages) {
	const last = messages.findLast(({ side }) => side !== 'note');
	return last?.text ?? last?.transcription?.text ?? last?.file?.name ?? '';
}

function entryOf({ id, name, isChosen, last, at, status, statusName }, choose) {
	const button = element(
		'button',
		{ type: 'button', ariaCurrent: String(isChosen) },
		avatarOf(name),
		element('strong', { textContent: name }),
		element('time', { textContent: at }),
		element('span', { className: 'last', textContent: last }),
		element('span', {
			className: `dot ${status}`,
			title: statusName,
			role: 'img',
			ariaLabel: statusName,
		}),
	);
	button.addEventListener('click', () => choose(id));
	return element('li', {}, button);
}
