import { NodeApiError, type IDataObject } from 'n8n-workflow';
import type { ContactReference } from '../fields/contact';
import type { Api } from '../transport/api';
import { get, type ApiRequest } from '../transport/contract';
import { notFound } from '../transport/sentences';
import { readList } from '../transport/pages';
import { digitsOf, otherForm, phoneOfApi } from '../values/phones';
import type { Job } from './operation';

/** The phone number with or without the ninth digit of Brazilian mobile numbers, the other way than it is written. */
function otherFormOf(phoneNumber: string | undefined): string | undefined {
	const phone = phoneNumber && phoneOfApi(phoneNumber);
	const other = phone && otherForm(phone);
	return other && digitsOf(other);
}

/** Sends the request for the contact; where nobody has its phone number, once more for the other form of it. */
export function inEitherForm(
	reference: ContactReference,
	requestFor: (reference: ContactReference) => ApiRequest,
): Job {
	const request = requestFor(reference);
	const other = otherFormOf(reference.phoneNumber);
	const send = async (api: Api, one: ApiRequest) =>
		(await api.send(one)) as IDataObject | undefined;
	if (!other) return async (api) => await send(api, request);
	return async (api) =>
		await send(api, request).catch(async (missing: unknown) => {
			if (!saysNotFound(missing)) return await Promise.reject(missing);
			return await send(api, requestFor({ phoneNumber: other })).catch(
				// the number that was written is the one to check
				async (error: unknown) => await Promise.reject(saysNotFound(error) ? missing : error),
			);
		});
}

/** The ID of the contact; undefined where nobody has its phone number. */
export async function contactIdOf(
	api: Api,
	{ contactId, phoneNumber }: ContactReference,
): Promise<string | undefined> {
	if (contactId !== undefined) return contactId;
	const { value } = await contactIdsOf(api, phoneNumber).next();
	return value;
}

/**
 * The IDs of the contacts with the phone number in the form that is written and in the other one, which WTS Chat
 * may keep as two contacts. The second is asked for when somebody wants it.
 *
 * Source: GET /core/v1/contact/phonenumber/{phone}
 */
export async function* contactIdsOf(
	api: Api,
	phoneNumber: string,
): AsyncGenerator<string, undefined> {
	let before: string | undefined;
	const other = otherFormOf(phoneNumber);
	for (const phone of other ? [phoneNumber, other] : [phoneNumber]) {
		const request = get('/core/v1/contact/phonenumber/{phone}', { path: { phone } });
		const found = await orNone(api.send(request));
		const [contact] = [found as IDataObject | undefined].flat();
		const id = contact?.id ? String(contact.id) : undefined;
		if (id !== undefined && id !== before) yield id;
		before = id;
	}
}

/** Reads the list of what has the phone number; where nothing has it, the list for the other form of it. */
export function listInEitherForm(
	limit: number,
	phoneNumber: string | undefined,
	requestFor: (phoneNumber: string | undefined) => ApiRequest,
): Job {
	const request = requestFor(phoneNumber);
	const other = otherFormOf(phoneNumber);
	return async (api) => {
		const found = await readList(api, request, { limit });
		if (found.length > 0 || !other) return found;
		return await readList(api, requestFor(other), { limit });
	};
}

/** What is found; undefined where the API says that there is nothing of the kind. */
async function orNone<Found>(finding: Promise<Found>): Promise<Found | undefined> {
	return await finding.catch(async (error: unknown) =>
		saysNotFound(error) ? undefined : await Promise.reject(error),
	);
}

/** Whether an error of the API says that there is nothing of the kind. */
function saysNotFound(error: unknown): boolean {
	return error instanceof NodeApiError && error.message === notFound;
}
