import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import type { Sentence } from '../../values/sentence';
import * as sentences from '../sentences';

type Method = (this: ILoadOptionsFunctions) => Promise<ResourceMapperFields>;

/** The method of a dynamic form, with a problem as the notice in its place: n8n shows nothing of an error. */
export function withProblems(method: Method): Method {
	return async function () {
		try {
			return await method.call(this);
		} catch (error) {
			const { message } = error as Error;
			return instead(sentences.unreadableFields(message));
		}
	};
}

/** What stands in place of the fields of a form. */
export function instead(emptyFieldsNotice: Sentence): ResourceMapperFields {
	return { fields: [], emptyFieldsNotice };
}
