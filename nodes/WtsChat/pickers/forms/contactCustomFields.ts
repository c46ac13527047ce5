import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodePropertyOptions,
	ResourceMapperFields,
} from 'n8n-workflow';
import { connect } from '../../transport/api';
import { get } from '../../transport/contract';
import { readList } from '../../transport/pages';
import * as sentences from '../sentences';
import { customFieldsForm } from './customFields';

/** Source: GET /core/v1/custom-field */
async function definitions(context: ILoadOptionsFunctions): Promise<IDataObject[]> {
	const request = get('/core/v1/custom-field', { query: { EntityType: 'CONTACT' } });
	return await readList(await connect(context), request, { paging: 'none' });
}

/** The custom fields of contacts, as a form. */
export async function getContactCustomFields(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	return customFieldsForm(await definitions(this), sentences.noFieldsOfContacts);
}

/** The custom fields of contacts by their keys; groups have no value to look for. */
export async function getContactCustomFieldKeys(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const fields = await definitions(this);
	return fields
		.filter(({ type, key }) => type !== 'GROUP' && typeof key === 'string')
		.map(({ key, name }) => ({ name: String(name ?? key), value: String(key) }));
}
