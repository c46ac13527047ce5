import type { IDataObject, ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { connect, type Api } from '../../transport/api';
import { get } from '../../transport/contract';
import { readPage } from '../../transport/pages';
import { isRecord } from '../../transport/records';
import { capitalized, inOneLine } from '../../values/characters';
import { chosen, isExpression } from '../chosen';
import * as sentences from '../sentences';
import { instead } from './shown';

/** The kinds of files that a template may go with, as the API spells them. */
export const TEMPLATE_FILES = ['IMAGE', 'VIDEO', 'DOCUMENT'] as const;

/** The first field of the form, which shows the text of the template; its ID tells which file goes with it. */
export const textFieldId = (fileType = '') => `text:${fileType}`;

/**
 * The text and the parameters of the chosen template. Templates cannot be read one by one, so the list
 * is gone through until the chosen one is found.
 *
 * Source: GET /chat/v1/template
 */
export async function getTemplateParameters(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const id = chosen(this, 'templateId');
	if (id === undefined) return instead(sentences.noTemplate);
	if (isExpression(id)) {
		return instead(sentences.templateByExpression);
	}
	const template = await templateById(await connect(this), id);
	if (!template) {
		return instead(sentences.unknownTemplate);
	}
	const field = { type: 'string' as const, display: true, defaultMatch: false };
	return {
		fields: [
			{ ...field, ...textField(template), readOnly: true },
			...parameterNames(template).map((name) => ({
				...field,
				id: name,
				displayName: inContext(name, template),
				required: true,
			})),
		],
	};
}

function textField({ fileType, text }: IDataObject) {
	const kind = TEMPLATE_FILES.find((type) => type === fileType);
	return {
		id: textFieldId(kind),
		displayName: kind ? `Text Below the ${capitalized(kind.toLowerCase())}` : 'Text',
		// n8n would take what begins like this for an expression
		defaultValue: inOneLine(text).replace(/^=/, ' ='),
		// what is required cannot be taken out of the form
		required: inOneLine(text) !== '',
	};
}

/** As many whole words as stand in the characters next to a placeholder. */
const BEFORE = /(?:^|(?<=\s)).{0,16}$/;
const AFTER = /^.{0,16}(?:$|(?=\s))/;

/** The name of a parameter, with the words of the text that stand around it. */
function inContext(name: string, { text }: IDataObject): string {
	const [before, after] = inOneLine(text).split(`{{${name}}}`);
	if (before === undefined || after === undefined) return name;
	const [start = ''] = BEFORE.exec(before) ?? [];
	const [end = ''] = AFTER.exec(after) ?? [];
	const [more, yetMore] = [start === before ? '' : '…', end === after ? '' : '…'];
	return `${name} · ${more}${start}{{${name}}}${end}${yetMore}`;
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
