import { word } from './words.js';

/** Everything that the page shows, as it is now. */
export async function now() {
	const answer = await fetch('/play/now');
	return await answer.json();
}

/** Does something as a contact or as the team. @throws what a person should know of it */
export async function act(action, given) {
	const answer = await fetch(`/play/${action}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(given),
	}).catch(() => undefined);
	if (!answer) throw new Error(word('notSent'));
	const body = await answer.json();
	if (answer.ok) return body;
	throw new Error(
		Object.values(body.errors ?? {})
			.flat()
			.join(' ') ||
			body.text ||
			body.detail,
	);
}

/** A file as it goes along with a message. */
export async function encoded(file) {
	const bytes = new Uint8Array(await file.arrayBuffer());
	const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
	return { name: file.name, type: file.type || 'application/octet-stream', base64: btoa(letters) };
}
