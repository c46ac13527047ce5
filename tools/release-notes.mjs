// Prints what CHANGELOG.md says of a version: `node tools/release-notes.mjs v0.2.0`.
// Fails where the tag, package.json and CHANGELOG.md do not name the same version.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string | undefined} tag such as v0.2.0
 * @param {string} version of package.json
 * @param {string} changelog the text of CHANGELOG.md
 * @returns {string} the notes of that version, in Markdown
 * @throws Error with a plain sentence where something does not fit
 */
export function releaseNotes(tag, version, changelog) {
	if (!tag) throw new Error('Name the tag, for example: node tools/release-notes.mjs v0.2.0');
	if (tag !== `v${version}`) {
		throw new Error(`The tag is ${tag}, but package.json has the version ${version}.`);
	}
	const parts = changelog.split(/^## /m).slice(1);
	const part = parts.find((text) => text.startsWith(`[${version}]`));
	if (!part) throw new Error(`CHANGELOG.md has no part "## [${version}]".`);
	const notes = part.slice(part.indexOf('\n')).trim();
	if (!notes) throw new Error(`CHANGELOG.md says nothing about ${version}.`);
	return notes;
}

if (process.argv[1] === import.meta.filename) {
	const read = (name) => readFileSync(join(import.meta.dirname, '..', name), 'utf8');
	try {
		const { version } = JSON.parse(read('package.json'));
		console.log(releaseNotes(process.argv[2], version, read('CHANGELOG.md')));
	} catch (error) {
		console.error(error.message);
		process.exitCode = 1;
	}
}
