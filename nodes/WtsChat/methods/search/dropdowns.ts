import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';
import { panelMissing } from '../chosenPanel';
import { getAllUsers, getDepartments, getUsers } from '../loadOptions';
import { panelLostReasons, panelSteps } from '../panelParts';
import { pageOf } from './list';

/**
 * The searchable form of a list that collections show as a dropdown. None of these can be searched in
 * the API.
 *
 * @param read gives all entries; undefined when no panel tells which
 */
function searched(
	read: (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[] | undefined>,
) {
	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const entries = await read.call(this);
		if (!entries) throw panelMissing(this);
		return pageOf(entries, paginationToken, filter);
	};
}

export const searchAllUsers = searched(getAllUsers);
export const searchDepartments = searched(getDepartments);
export const searchLostReasons = searched(panelLostReasons);
export const searchSteps = searched(panelSteps);
export const searchUsers = searched(getUsers);
