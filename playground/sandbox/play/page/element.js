export const byId = (id) => document.getElementById(id);

/** An element with its properties and what it holds; what is null is left out. */
export function element(tag, properties = {}, ...children) {
	const made = Object.assign(document.createElement(tag), properties);
	made.append(...children.filter((child) => child !== null));
	return made;
}

const shown = new WeakMap();

/**
 * Brings the children of `parent` in line with the items, each with an `id`. What has not changed stays as
 * it is, so that an audio goes on playing and a reader hears only what is new.
 */
export function keep(parent, items, make) {
	const known = new Map([...parent.children].map((child) => [child.dataset.id, child]));
	items.forEach((item, position) => {
		const text = JSON.stringify(item);
		const old = known.get(item.id);
		known.delete(item.id);
		const child = old && shown.get(old) === text ? old : make(item);
		shown.set(child, text);
		child.dataset.id = item.id;
		const wasFocused = old?.contains(document.activeElement);
		if (old && old !== child) old.replaceWith(child);
		if (parent.children[position] !== child) parent.insertBefore(child, parent.children[position]);
		if (wasFocused) child.querySelector('button')?.focus();
	});
	for (const gone of known.values()) gone.remove();
}

/** Gives a list its options, `[value, text]` each. One that is open stays as it is while nothing changes. */
export function offer(select, options) {
	const text = JSON.stringify(options);
	if (shown.get(select) === text) return;
	shown.set(select, text);
	select.replaceChildren(
		...options.map(([value, textContent]) => element('option', { value, textContent })),
	);
}

/** A round picture of somebody: the first letters of the name, or the end of the number, in a color of its own. */
export function avatarOf(name) {
	const letters = [...name.matchAll(/(?<!\p{L})\p{L}/gu)].map(([letter]) => letter.toUpperCase());
	const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 360, 7);
	const textContent = (letters[0] ?? name.slice(-2)) + (letters.length > 1 ? letters.at(-1) : '');
	const avatar = element('span', { className: 'avatar', textContent, ariaHidden: 'true' });
	avatar.style.setProperty('--hue', hue);
	return avatar;
}
