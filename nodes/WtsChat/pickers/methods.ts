import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';
import { pickers } from './table';
import { getContactCustomFieldKeys, getContactCustomFields } from './forms/contactCustomFields';
import { getPanelCustomFields } from './forms/panelCustomFields';
import { withProblems } from './forms/shown';
import { getTemplateParameters } from './forms/templateParameters';
import { dropdownMethodOf, searchMethodOf, type Picker } from './picker';

const named: Array<[string, Picker]> = Object.entries(pickers);

/** What fills the dropdowns of the editor. */
export const loadOptions = {
	...Object.fromEntries(
		named.flatMap(([name, { all }]) => (all ? [[dropdownMethodOf(name), dropdownOf(all)]] : [])),
	),
	getContactCustomFieldKeys,
};

/** What fills its searchable lists. */
export const listSearch = Object.fromEntries(
	named.map(([name, picker]) => [searchMethodOf(name), searchOf(picker)]),
);

/** What makes its dynamic forms. */
export const resourceMapping = {
	getContactCustomFields: withProblems(getContactCustomFields),
	getPanelCustomFields: withProblems(getPanelCustomFields),
	getTemplateParameters: withProblems(getTemplateParameters),
};

function dropdownOf(all: NonNullable<Picker['all']>) {
	return async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return await all(this);
	};
}

function searchOf(picker: Picker) {
	return async function (
		this: ILoadOptionsFunctions,
		typed?: string,
		page?: string,
	): Promise<INodeListSearchResult> {
		return await picker.search(this, typed, page);
	};
}
