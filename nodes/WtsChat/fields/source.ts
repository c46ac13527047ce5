import type { Upload } from '../transport/upload';

/** Where fields take what they hold from: an item, a group of a form, or a node outside of a run. */
export interface Source {
	/** What the field of this name holds after its expressions; undefined or null when that is nothing. */
	valueOf(name: string): unknown;
	timezone: string;
	/** The file in a binary field of the item; `label` names the form's field in messages. */
	fileIn(binaryField: string, label: string): ItemFile;
	/** Whether a model has filled in the fields, which writes everything as text. */
	byModel: boolean;
	/** The newest message of a contact that the item follows from; undefined where the workflow does not tell. */
	heard(): Heard | undefined;
	/** Takes what the fields name by ID or number, in the order of the form. */
	note(subject: Subject): void;
}

/** A message of a contact. */
export interface Heard {
	id: string;
	sessionId?: string;
	/** When it was written, in milliseconds. */
	at?: number;
}

/** Something that a field names by its ID or number. */
export interface Subject {
	/** The name of the field, behind those of the groups that it stands in. */
	field: string;
	label: string;
	id: string;
	/** The operation that gives such IDs, in the words of the form. */
	source?: string;
}

/** A file of an item: what is known of it, and its bytes when they are needed. */
export interface ItemFile {
	name: string;
	mimeType: string;
	content(): Promise<Upload>;
}
