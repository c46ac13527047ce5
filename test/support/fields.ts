import type { INodeProperties } from 'n8n-workflow';

/** All fields of a form, those in collections and rows too. */
export function allFields(fields: INodeProperties[]): INodeProperties[] {
	return fields.flatMap((field) => {
		const members = (field.options ?? []).flatMap((option) => {
			if ('values' in option) return option.values;
			return 'type' in option ? [option] : [];
		});
		return [field, ...allFields(members)];
	});
}
