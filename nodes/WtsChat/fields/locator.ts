import type { INodeProperties } from 'n8n-workflow';

interface Locator {
	displayName: string;
	name: string;
	description: string;
	/** Method in `methods/search` that fills the list. */
	searchListMethod: string;
	/** Whether the method can search by text. */
	searchable?: boolean;
	required?: boolean;
	/** What the record is named by, where that is not its ID. */
	namedBy?: string;
}

/** A record that is picked from a searchable list, or given by its ID, for example by an expression. */
export function locator({
	displayName,
	name,
	description,
	searchListMethod,
	searchable = true,
	required = true,
	namedBy = 'ID',
}: Locator): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		...(required && { required }),
		description,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select…',
				typeOptions: { searchListMethod, searchable },
			},
			{
				displayName: `By ${namedBy}`,
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 3f1c2a5e-8d47-4b0e-9a6c-1f5d2e7b9c10',
			},
		],
	};
}
