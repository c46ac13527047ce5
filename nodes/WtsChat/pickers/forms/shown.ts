import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

type Method = (this: ILoadOptionsFunctions) => Promise<ResourceMapperFields>;

/** The method of a dynamic form, with a problem as the notice in its place: n8n shows nothing of an error. */
export function withProblems(method: Method): Method {
	return async function () {
		try {
			return await method.call(this);
		} catch (error) {
			const { message } = error as Error;
			return { fields: [], emptyFieldsNotice: `The fields could not be read. ${message}` };
		}
	};
}
