import type { IDataObject } from 'n8n-workflow';
import { useSandbox } from '../../support/account';
import { run } from '../../support/engine';
import { scriptedApi } from '../../support/scriptedApi';

const sandbox = useSandbox();

const first = () => sandbox().account.contacts[0]!;

async function contact(operation: string, parameters: IDataObject) {
	const outcome = await run({
		parameters: { resource: 'contact', operation, contactId: first().id, ...parameters },
		account: sandbox(),
	});
	const request = sandbox().requests.at(-1);
	return { outcome, path: request?.path, sent: request?.body as IDataObject };
}

const update = async (updateFields: IDataObject, more: IDataObject = {}) =>
	await contact('update', { updateFields, ...more });

const byPhone = { contactId: { __rl: true, mode: 'phone', value: '(11) 90000-0001' } };

test('every field that is filled in is written, and listed for the API', async () => {
	const { sent } = await update(
		{
			annotation: 'Cliente desde 2020',
			email: 'julia@example.com',
			instagram: '@julia',
			metadata: { pairs: [{ key: 'crmId', value: '9' }] },
			name: 'Júlia',
			phoneNumber: '11 91234-5678',
			pictureUrl: 'https://files.example.com/julia.png',
			status: 'ARCHIVED',
			tagIds: 'VIP',
			utmSource: 'instagram',
		},
		{ specifyCustomFields: 'json', customFieldsJson: '{ "plano": "Anual" }' },
	);
	expect(sent).toEqual({
		name: 'Júlia',
		phoneNumber: '5511912345678',
		email: 'julia@example.com',
		instagram: '@julia',
		annotation: 'Cliente desde 2020',
		tagNames: ['VIP'],
		customFields: { plano: 'Anual' },
		metadata: { crmId: '9' },
		status: 'ARCHIVED',
		pictureUrl: 'https://files.example.com/julia.png',
		utm: { source: 'instagram' },
		fields: [
			'Name',
			'PhoneNumber',
			'Email',
			'Instagram',
			'Annotation',
			'Tags',
			'CustomFields',
			'Metadata',
			'Status',
			'PictureUrl',
			'Utm',
		],
	});
	expect(first()).toMatchObject({
		name: 'Júlia',
		status: 'ARCHIVED',
		utm: { source: 'instagram' },
	});
});

test('where the contact came from is written member by member', async () => {
	const { sent } = await update({
		utmCampaign: 'setembro',
		utmContent: 'Oferta do mês',
		utmHeadline: 'Converse conosco',
		utmMedium: 'cpc',
		utmReferralUrl: 'https://www.example.com/anuncio',
		utmSource: 'instagram',
		utmTerm: 'plano anual',
	});
	expect(sent).toEqual({
		utm: {
			source: 'instagram',
			medium: 'cpc',
			campaign: 'setembro',
			content: 'Oferta do mês',
			headline: 'Converse conosco',
			term: 'plano anual',
			referralUrl: 'https://www.example.com/anuncio',
		},
		fields: ['Utm'],
	});
});

test('lists of the contact are written as they are given', async () => {
	const { portfolios, sequences, tags } = sandbox().account;
	const { sent } = await update({
		portfolioIds: portfolios.map(({ id }) => id),
		sequenceIds: sequences.map(({ id }) => id),
		tagIds: tags.map(({ id }) => id),
		tagOperation: 'DeleteIfExists',
	});
	expect(sent).toEqual({
		portfolioIds: portfolios.map(({ id }) => id),
		sequenceIds: sequences.map(({ id }) => id),
		tagIds: tags.map(({ id }) => id),
		fields: ['Tags', 'Portfolio', 'SequenceIds'],
		options: { tagsOperation: 'DeleteIfExists' },
	});
});

test('what is left blank is not sent and stays as it was', async () => {
	const before = structuredClone(first());
	const { sent } = await update({
		name: 'Júlia',
		email: '',
		tagIds: [],
		annotation: '={{ $json.no }}',
	});
	expect(sent).toEqual({ name: 'Júlia', fields: ['Name'] });
	expect(first()).toEqual({ ...before, name: 'Júlia', updatedAt: expect.any(String) });
});

test('chosen attributes are cleared; all tags are taken off', async () => {
	const { sent } = await update({ clear: ['annotation', 'email', 'metadata', 'tagIds'] });
	expect(sent).toEqual({
		annotation: null,
		email: null,
		metadata: null,
		tagIds: null,
		fields: ['Annotation', 'Email', 'Metadata', 'Tags'],
		options: { tagsOperation: 'ReplaceAll' },
	});
	expect(first()).toMatchObject({ annotation: null, email: null, metadata: null, tagIds: [] });
});

test('a phone number names the contact as well, in its own path', async () => {
	const { path } = await update({ name: 'Júlia' }, byPhone);
	expect(path).toBe('/core/v1/contact/phonenumber/5511900000001');
	expect(first().name).toBe('Júlia');
});

const at = (value: string) => ({ contactId: { __rl: true, mode: 'phone', value } });

const pathsOf = () => sandbox().requests.map(({ method, path }) => `${method} ${path}`);

describe('a contact that has its number with the ninth digit, or without it', () => {
	test.each([
		['+55|11987650001', '+55 11 8765-0001', '551187650001', '5511987650001'],
		['+55|1187650001', '(011) 98765-0001', '5511987650001', '551187650001'],
	])('%s is found by %s', async (kept, written, first, second) => {
		sandbox().account.contacts[1]!.phoneNumber = kept;
		for (const [operation, values, suffix] of [
			['get', {}, ''],
			['update', { updateFields: { name: 'Júlia' } }, ''],
			['updateTags', { tagOperation: 'InsertIfNotExists', tagIds: 'VIP' }, '/tags'],
		] as const) {
			const { outcome } = await contact(operation, { ...values, ...at(written) });
			expect(outcome.items.map(({ json }) => json.id)).toEqual([sandbox().account.contacts[1]!.id]);
			const way = '/core/v1/contact/phonenumber';
			expect(
				sandbox()
					.requests.slice(-2)
					.map(({ path }) => path),
			).toEqual([`${way}/${first}${suffix}`, `${way}/${second}${suffix}`]);
		}
		expect(sandbox().account.contacts[1]!.name).toBe('Júlia');
	});

	test('is no landline of the same digits', async () => {
		sandbox().account.contacts[1]!.phoneNumber = '+55|1130000001';
		const { outcome } = await update({ name: 'Júlia' }, at('+55 11 93000-0001'));
		expect(outcome.error?.message).toBe('WTS Chat does not find what this item names');
		expect(pathsOf()).toEqual(['PUT /core/v1/contact/phonenumber/5511930000001']);
	});

	test('a refusal for another reason is not tried again', async () => {
		const api = await scriptedApi({ status: 400, json: { title: 'Bad Request' } });
		await run({
			parameters: { resource: 'contact', operation: 'get', ...byPhone },
			account: { url: api.url, apiKey: 'pn_0' },
		});
		expect(api.requests).toHaveLength(1);
	});
});

test('a number that nobody has in either form is said with its field', async () => {
	const { outcome } = await update({ name: 'Júlia' }, at('+55 11 95555-5555'));
	expect(outcome.error?.message).toBe('WTS Chat does not find what this item names');
	expect(outcome.error?.description).toContain("Check 'Contact' (+5511955555555).");
});

test.each<[string, IDataObject, string]>([
	['nothing chosen', {}, 'There is nothing to update'],
	[
		'set and cleared',
		{ email: 'a@example.com', clear: ['email'] },
		"'Email' is both set and cleared",
	],
	[
		'portfolios set by name and cleared',
		{ portfolioIds: 'Sul', clear: ['portfolioIds'] },
		"'Portfolios' is both set and cleared",
	],
	['no web address', { pictureUrl: 'julia.png' }, "'Picture URL' is not an address"],
	['no phone number', { phoneNumber: 'ligue já' }, "'Phone Number' is not a phone number"],
])('%s is said before any request', async (_, updateFields, message) => {
	const { outcome } = await update(updateFields);
	expect(outcome.error?.message).toContain(message);
	expect(sandbox().requests).toEqual([]);
});

describe('Update Tags', () => {
	const names = (ids: string[]) =>
		ids.map((id) => sandbox().account.tags.find((tag) => tag.id === id)?.name);

	test.each<[string, string, string[]]>([
		['InsertIfNotExists', 'VIP', ['Lead', 'Orçamento', 'VIP']],
		['DeleteIfExists', 'Lead', ['Orçamento']],
		['ReplaceAll', 'VIP,Cliente', ['VIP', 'Cliente']],
	])('%s', async (tagOperation, tagNames, left) => {
		const { sent } = await contact('updateTags', { tagOperation, tagIds: tagNames });
		expect(sent).toEqual({ operation: tagOperation, tagNames: tagNames.split(',') });
		expect(names(first().tagIds)).toEqual(left);
	});

	test('by phone number', async () => {
		const { path } = await contact('updateTags', {
			...byPhone,
			tagOperation: 'ReplaceAll',
			tagIds: [sandbox().account.tags[2]?.id],
		});
		expect(path).toBe('/core/v1/contact/phonenumber/5511900000001/tags');
		expect(names(first().tagIds)).toEqual(['VIP']);
	});

	test('without tags nothing is sent', async () => {
		const { outcome } = await contact('updateTags', {
			tagOperation: 'ReplaceAll',
			tagIds: '={{ $json.none }}',
		});
		expect(outcome.error?.message).toContain("'Tags' is empty");
		expect(sandbox().requests).toEqual([]);
	});
});
