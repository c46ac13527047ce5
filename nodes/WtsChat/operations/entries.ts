import type { IDataObject } from 'n8n-workflow';
import { DeliveryError, saysOf, sentence } from '../transport/errors';
import { detailsOf, isError } from '../transport/errorBody';
import * as sentences from './sentences';

/** The error that an entry of a batch's answer reports for its item; undefined when it reports none. */
export function errorIn(entry: IDataObject): DeliveryError | undefined {
	if (!isError(entry)) return undefined;
	const { key, text, supportId } = detailsOf(entry, (said) => said);
	return new DeliveryError(sentences.itemRefused, sentence(saysOf(text)), {
		key,
		supportId,
	});
}
