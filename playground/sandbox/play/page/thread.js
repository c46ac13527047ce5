import { byId, element, keep } from './element.js';
import { clockOf, dayOf } from './moments.js';
import { word } from './words.js';

const TICKS = { QUEUED: '◷', SENT: '✓', DELIVERED: '✓✓', READ: '✓✓', FAILED: '!' };

/** Shows the messages of a contact, and stays at the end if it was there. */
export function showMessages(messages, press) {
	const log = byId('log');
	const list = byId('messages');
	const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 60;
	// the state of a message changes while it is under way, which is no new message
	keep(list, withDividers(messages), ({ divider, ...message }) =>
		divider
			? element('li', { className: 'divider', textContent: divider })
			: bubbleOf(message, press),
	);
	for (const { id, side, status, failedReason } of messages) {
		if (side === 'team')
			showState(list.querySelector(`[data-id="${id}"] .state`), status, failedReason);
	}
	if (isAtEnd) log.scrollTop = log.scrollHeight;
}

/** The messages, with their days and where a new conversation begins. */
function withDividers(messages) {
	let day;
	let session;
	return messages.flatMap(({ status, failedReason, ...message }) => {
		const dividers = [];
		if (session && session !== message.sessionId) {
			dividers.push({ id: `new-${message.sessionId}`, divider: word('newConversation') });
		}
		if (day !== dayOf(message.at)) {
			dividers.push({ id: `day-${message.id}`, divider: dayOf(message.at) });
		}
		day = dayOf(message.at);
		session = message.sessionId;
		return [...dividers, { ...message, author: authorOf(message), isFailed: status === 'FAILED' }];
	});
}

/** Who of the account has written; what a contact writes needs no name. */
function authorOf({ side, author, origin }) {
	if (side === 'contact') return '';
	const name = author ?? word(origin) ?? origin;
	return side === 'note' ? [word('NOTE'), author].filter(Boolean).join(' · ') : name;
}

function bubbleOf(message, press) {
	const { side, origin, text, author, at, file, transcription, buttons, type } = message;
	const isPlain = text || file || transcription;
	return element(
		'li',
		{ className: `bubble ${side} ${origin}` },
		author ? element('span', { className: 'author', textContent: author }) : null,
		file ? fileOf(file) : null,
		transcription ? spokenOf(transcription) : null,
		text || !isPlain ? element('p', { textContent: text || `[${type}]` }) : null,
		element(
			'span',
			{ className: 'meta' },
			element('time', { textContent: clockOf(at) }),
			side === 'team' ? element('span', { className: 'state' }) : '',
		),
		buttons.length > 0 ? buttonsOf(message, press) : null,
	);
}

function fileOf({ name, type, url }) {
	if (url && type?.startsWith('image/')) return element('img', { src: url, alt: name });
	if (url && type?.startsWith('audio/'))
		return element('audio', { src: url, controls: true, ariaLabel: name });
	const shown = { className: 'file', textContent: name };
	return url ? element('a', { ...shown, href: url, download: name }) : element('span', shown);
}

function spokenOf({ text, processing, error }) {
	const said = processing ? word('listening') : error ? word('notHeard') : text;
	return element('p', {
		className: processing ? 'spoken waiting' : 'spoken',
		textContent: said ?? '',
	});
}

function buttonsOf({ id, buttons }, press) {
	const made = buttons.map((text) => {
		const button = element('button', { type: 'button', textContent: text });
		button.addEventListener('click', () => press(id, text));
		return button;
	});
	return element('span', { className: 'buttons' }, ...made);
}

function showState(place, status, failedReason) {
	const text = failedReason ? `${word(status)}: ${failedReason}` : word(status);
	place.className = `state ${status}`;
	place.title = text;
	place.textContent = status === 'FAILED' ? text : (TICKS[status] ?? '');
	if (text) place.ariaLabel = text;
}
