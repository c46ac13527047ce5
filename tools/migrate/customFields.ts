import type { Part } from './fields';
import type { Values } from './workflow';

/** The parameters of `part` with the custom fields of its collection at the top, where the form has them. */
export function customFieldsAtTop(collection: string, part: Part): Part {
	return (old) => {
		const made = part(old);
		const { customFieldsJson, ...others } = (made[collection] ?? {}) as Values;
		if (customFieldsJson === undefined) return made;
		const top = { ...made, specifyCustomFields: 'json', customFieldsJson };
		return { ...top, [collection]: Object.keys(others).length > 0 ? others : undefined };
	};
}
