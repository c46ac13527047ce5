import { plain } from './characters';

const UUID = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}';
const ID = new RegExp(`^(?:${UUID}|\\{${UUID}\\}|urn:uuid:${UUID})$`, 'i');
/** An ID without its dashes, as some databases give it. */
const BARE = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/i;
const ADDRESS = /^https?:\/\/[^/\s]+(\/\S*)$/i;
const ID_IN_PATH = new RegExp(`/(${UUID})(?![^/#])`, 'gi');

/**
 * The ID that `text` is, in the small letters of the API, or that the pasted address of a record in the
 * web app holds: the last one of its path, as in `/panels/<ID>/cards/<ID>`.
 */
export function idIn(text: string): string | undefined {
	const written = plain(text);
	if (ID.test(written)) return written.replace(/urn:uuid:|[{}]/gi, '').toLowerCase();
	if (BARE.test(written)) return written.toLowerCase().replace(BARE, '$1-$2-$3-$4-$5');
	const [, path = ''] = ADDRESS.exec(written) ?? [];
	const ids = [...path.replace(/\?[^#]*/g, '').matchAll(ID_IN_PATH)].map(([, id]) => id);
	return ids.at(-1)?.toLowerCase();
}
