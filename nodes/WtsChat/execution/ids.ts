const UUID = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}';
const ID = new RegExp(`^${UUID}$`, 'i');
const ID_IN_ADDRESS = new RegExp(`^https?://.*/(${UUID})(?:[/?#]|$)`, 'i');

/** The ID that `text` is, or that the pasted address of a record in the web app holds. */
export function idIn(text: string): string | undefined {
	return ID.test(text) ? text : ID_IN_ADDRESS.exec(text)?.[1];
}
