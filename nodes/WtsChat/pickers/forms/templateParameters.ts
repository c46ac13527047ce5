import {
	NodeOperationError,
	type IDataObject,
	type ILoadOptionsFunctions,
	type ResourceMapperFields,
} from 'n8n-workflow';
import { connect, type Api } from '../../transport/api';
import { get } from '../../transport/contract';
import { readPage } from '../../transport/pages';
import { isRecord } from '../../transport/records';
import { chosen, isExpression } from '../chosen';

/**
 * The parameters of the chosen template. Templates cannot be read one by one, so the list is gone
 * through until the chosen one is found.
 *
 * Source: GET /chat/v1/template
 */
export async function getTemplateParameters(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const id = chosen(this, 'templateId');
	if (id === undefined) return { fields: [] };
	if (isExpression(id)) {
		return {
			fields: [],
			emptyFieldsNotice: "An expression chooses the template; give its parameters 'Using JSON'.",
		};
	}

	const template = await templateById(await connect(this), id);
	if (!template) {
		throw new NodeOperationError(
			this.getNode(),
			"The chosen template is not in this account. Choose it again from the list of 'Template'.",
		);
	}
	return {
		fields: parameterNames(template).map((name) => ({
			id: name,
			displayName: name,
			type: 'string',
			required: true,
			display: true,
			defaultMatch: false,
		})),
		emptyFieldsNotice: 'This template has no parameters.',
	};
}

async function templateById(api: Api, id: string): Promise<IDataObject | undefined> {
	const request = get('/chat/v1/template', { query: { IncludeDetails: ['Params'] } });
	for (let number = 1; ; number++) {
		const { records, hasMore } = await readPage(api, request, number);
		const found = records.find((template) => template.id === id);
		if (found || !hasMore || records.length === 0) return found;
	}
}

function parameterNames({ params }: IDataObject): string[] {
	const names = (Array.isArray(params) ? params : []).map((param: unknown) =>
		isRecord(param) ? param.name : undefined,
	);
	return [...new Set(names.filter((name) => typeof name === 'string' && name !== ''))] as string[];
}
