import type { ContactReference } from '../../../nodes/WtsChat/fields/contact';
import {
	contactIdOf,
	contactIdsOf,
	inEitherForm,
	listInEitherForm,
} from '../../../nodes/WtsChat/operations/eitherForm';
import { get, type ApiRequest } from '../../../nodes/WtsChat/transport/contract';
import { answering, failure, listOf, missing } from './support';

const WRITTEN = '5511987654321';
const OTHER = '551187654321';
const ABROAD = '351912345678';

/** An account that answers or throws this for a phone number, and knows no others. */
function account(answers: Record<string, unknown>) {
	return answering(({ path }) => {
		const answer = answers[path.split('/').at(-1) ?? ''] ?? missing();
		if (answer instanceof Error) throw answer;
		return answer;
	});
}

const phonesOf = (requests: ApiRequest[]) => requests.map(({ path }) => path.split('/').at(-1));

describe('a request for a contact', () => {
	const tagsOf = ({ contactId, phoneNumber: phone = '' }: ContactReference) =>
		contactId === undefined
			? get('/core/v1/contact/phonenumber/{phone}', { path: { phone } })
			: get('/core/v1/contact/{id}', { path: { id: contactId } });

	test.each<[string, ContactReference, Record<string, unknown>, unknown, string[]]>([
		[
			'the number as it is written',
			{ phoneNumber: WRITTEN },
			{ [WRITTEN]: 'ana' },
			'ana',
			[WRITTEN],
		],
		['the other form', { phoneNumber: WRITTEN }, { [OTHER]: 'rui' }, 'rui', [WRITTEN, OTHER]],
		['the ID', { contactId: 'id' }, { id: 'eva' }, 'eva', ['id']],
	])('is answered by %s', async (_, reference, answers, answer, phones) => {
		const { api, requests } = account(answers);
		expect(await inEitherForm(reference, tagsOf)(api)).toEqual(answer);
		expect(phonesOf(requests)).toEqual(phones);
	});

	const fault = failure();
	const nobody = missing();

	test.each<[string, string, Record<string, unknown>, unknown, string[]]>([
		['of the number as it is written', WRITTEN, { [WRITTEN]: fault }, fault, [WRITTEN]],
		['of the other form', WRITTEN, { [WRITTEN]: nobody, [OTHER]: fault }, fault, [WRITTEN, OTHER]],
		[
			'that nobody has the number, as it is written',
			WRITTEN,
			{ [WRITTEN]: nobody },
			nobody,
			[WRITTEN, OTHER],
		],
		['of a number with one form', ABROAD, { [ABROAD]: nobody }, nobody, [ABROAD]],
	])('fails with the error %s', async (_, phoneNumber, answers, error, phones) => {
		const { api, requests } = account(answers);
		const answer = inEitherForm({ phoneNumber }, tagsOf)(api);
		expect(await answer.catch((thrown: unknown) => thrown)).toBe(error);
		expect(phonesOf(requests)).toEqual(phones);
	});

	test('fails with an error that is none of the API', async () => {
		const { api } = account({ [WRITTEN]: new Error('The requested resource was not found') });
		const answer = inEitherForm({ phoneNumber: WRITTEN }, tagsOf)(api);
		await expect(answer).rejects.toThrow('The requested resource was not found');
	});
});

describe('the ID of a contact', () => {
	test('that is given by it needs no request', async () => {
		const { api, requests } = account({});
		expect(await contactIdOf(api, { contactId: 'ana' })).toBe('ana');
		expect(requests).toEqual([]);
	});

	test.each<[string, string, Record<string, unknown>, string | undefined, string[]]>([
		['in the form that is written', WRITTEN, { [WRITTEN]: { id: 'ana' } }, 'ana', [WRITTEN]],
		['in a list', WRITTEN, { [WRITTEN]: [{ id: 'ana' }] }, 'ana', [WRITTEN]],
		['in the other form', WRITTEN, { [OTHER]: { id: 7 } }, '7', [WRITTEN, OTHER]],
		['of nobody', WRITTEN, {}, undefined, [WRITTEN, OTHER]],
		['without an ID', WRITTEN, { [WRITTEN]: {}, [OTHER]: [] }, undefined, [WRITTEN, OTHER]],
		['of nobody abroad', ABROAD, {}, undefined, [ABROAD]],
		['abroad', ABROAD, { [ABROAD]: { id: 'eva' } }, 'eva', [ABROAD]],
	])('is found by the number %s', async (_, phoneNumber, answers, id, phones) => {
		const { api, requests } = account(answers);
		expect(await contactIdOf(api, { phoneNumber })).toBe(id);
		expect(requests.map(({ path }) => path)).toEqual(
			phones.map((phone) => `/core/v1/contact/phonenumber/${phone}`),
		);
	});

	test('is not taken for none where it cannot be read', async () => {
		const { api } = account({ [WRITTEN]: failure() });
		const answer = contactIdOf(api, { phoneNumber: WRITTEN });
		await expect(answer).rejects.toThrow('It cannot be reached');
	});

	test.each([
		['two contacts', 'ana', 'rui', ['ana', 'rui']],
		['one contact', 'ana', 'ana', ['ana']],
	])('comes once for each of %s', async (_, one, other, ids) => {
		const { api } = account({ [WRITTEN]: { id: one }, [OTHER]: { id: other } });
		const found: string[] = [];
		for await (const id of contactIdsOf(api, WRITTEN)) found.push(id);
		expect(found).toEqual(ids);
	});
});

describe('a list of what has a number', () => {
	/** An account that lists this for a number. */
	async function listed(phone: string | undefined, lists: Record<string, unknown[]>, limit = 10) {
		const { api, requests } = answering(({ query }) =>
			listOf(...(lists[String(query?.ContactPhoneNumber)] ?? [])),
		);
		const read = listInEitherForm(limit, phone, (ContactPhoneNumber) => ({
			...get('/chat/v2/session', {}),
			query: { ContactPhoneNumber },
		}));
		return {
			found: await read(api),
			asked: requests.map(({ query }) => query?.ContactPhoneNumber),
		};
	}

	const [one, two] = [{ id: '1' }, { id: '2' }];

	test.each<[string, string | undefined, Record<string, unknown[]>, unknown[], unknown[]]>([
		['as it is written', WRITTEN, { [WRITTEN]: [one], [OTHER]: [two] }, [one], [WRITTEN]],
		[
			'in the other form, where nothing has it as it is written',
			WRITTEN,
			{ [OTHER]: [two] },
			[two],
			[WRITTEN, OTHER],
		],
		['in one form alone', ABROAD, {}, [], [ABROAD]],
		['that nobody asks for', undefined, { undefined: [one] }, [one], [undefined]],
	])('is read for the number %s', async (_, phone, lists, found, asked) => {
		expect(await listed(phone, lists)).toEqual({ found, asked });
	});

	test.each([WRITTEN, OTHER])('ends at the limit for %s as well', async (phone) => {
		expect((await listed(WRITTEN, { [phone]: [one, two] }, 1)).found).toEqual([one]);
	});
});
