import type { IDataObject } from 'n8n-workflow';
import type { Field } from './field';
import { InputError } from './inputError';
import * as sentences from './sentences';
import { json } from './kinds/plain';
import { keyValues } from './kinds/rows';
import { together } from './kinds/together';

function pairsOf(displayName: string, name: string, description: string) {
	return keyValues({
		displayName,
		name,
		placeholder: 'Add Metadata',
		description,
		row: { displayName: 'Metadata', name: 'pairs' },
		keyExample: 'orderNumber',
		valueExample: '9876',
	});
}

/** Metadata as rows of keys and values, or as JSON for whoever has it ready. */
export function metadataOf(
	displayName: string,
	name: string,
	description: string,
): Field<IDataObject | undefined> {
	const pairs = pairsOf(displayName, name, description);
	const asJson = json({
		displayName: `${displayName} (JSON)`,
		name: `${name}Json`,
		placeholder: 'e.g. { "orderNumber": "9876", "oldKey": null }',
		description: `${displayName} as a JSON object; a key with the value null is removed`,
	});
	return together({ pairs, asJson }, (given) => {
		if (given.pairs && given.asJson) {
			throw new InputError(
				sentences.filledInTwice(displayName),
				`Use either '${displayName}' or '${asJson.label}', not both.`,
			);
		}
		return given.pairs ?? given.asJson;
	});
}

export const metadata = metadataOf(
	'Metadata',
	'metadata',
	'Your own keys and values; other keys stay as they are',
);

/** Metadata to search by; there it is always text. */
export function metadataFilter(description: string) {
	return pairsOf('Metadata', 'metadata', description).checked((pairs): Record<string, string> =>
		Object.fromEntries(Object.entries(pairs).map(([key, value]) => [key, String(value)])),
	);
}
