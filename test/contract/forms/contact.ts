import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../../../playground/sandbox';
import type { Forms } from './form';

const everyDetail = ['CustomFields', 'Portfolios', 'Tags'];
const byPhone = { __rl: true, mode: 'phone', value: '+55 11 90000-0001' };

const customFieldsAsJson = { specifyCustomFields: 'json', customFieldsJson: '{ "plano": "Anual" }' };

/** The custom fields as the editor keeps them: a value, and how the form describes its field. */
const formOfCustomFields: IDataObject = {
	mappingMode: 'defineBelow',
	value: { plano: 'Mensal' },
	schema: [
		{
			id: 'plano',
			displayName: 'Plano',
			type: 'options',
			options: [{ name: 'Mensal', value: 'Mensal' }],
		},
	],
};

const customFields = { specifyCustomFields: 'fields', customFields: formOfCustomFields };

const commonFields = ({ account }: Sandbox): IDataObject => ({
	annotation: 'Prefere contato à tarde.',
	email: 'julia@example.com',
	instagram: '@padariaestrela',
	metadata: { pairs: [{ key: 'crmId', value: '77' }] },
	portfolioIds: [account.portfolios[0]?.id],
	sequenceIds: [account.sequences[0]?.id],
	tagIds: [account.tags[0]?.id],
});

const namedFields = ({ account }: Sandbox): IDataObject => ({
	metadataJson: '{ "crmId": "77" }',
	portfolioIds: account.portfolios[0]?.name,
	tagIds: 'Lead,VIP',
});

const dates = {
	createdAfter: '2026-01-01T00:00:00',
	createdBefore: '2027-01-01T00:00:00',
	updatedAfter: '2026-01-01T00:00:00',
	updatedBefore: '2027-01-01T00:00:00',
};
const sort = { field: 'createdAt', direction: 'DESCENDING' };

/** Someone whom the account does not know yet. */
const somebody = { phoneNumber: '+55 11 91234-5678', name: 'Júlia Sampaio', simplify: false };

export const contact: Forms = {
	create: (sandbox) => [
		{
			parameters: {
				...somebody,
				...customFields,
				additionalFields: commonFields(sandbox),
				options: { getIfExists: true },
			},
		},
		{ parameters: { ...somebody, phoneNumber: '11 91234-0002', ...customFieldsAsJson, additionalFields: namedFields(sandbox) } },
	],
	get: ({ account }) => [
		{
			parameters: {
				contactId: account.contacts[0]?.id,
				simplify: false,
				options: { includeDetails: everyDetail },
			},
		},
		{ parameters: { contactId: byPhone, options: { includeDetails: everyDetail } } },
	],
	getMany: ({ account }) => [
		{
			parameters: {
				returnAll: true,
				simplify: false,
				filters: { ...dates, status: 'ACTIVE' },
				options: { includeDetails: everyDetail },
				sort,
			},
		},
		{
			parameters: {
				limit: 10,
				simplify: false,
				filters: {
					...dates,
					customFieldFilters: { pairs: [{ customField: 'plano', value: 'Mensal' }] },
					email: 'contato1@example.com',
					instagram: '@padariaestrela',
					metadata: { pairs: [{ key: 'crmId', value: '1000' }] },
					name: 'Júlia',
					origin: 'CREATED_FROM_HUB',
					phoneNumber: '+55 11 90000-0001',
					portfolioIds: [account.portfolios[0]?.id],
					status: 'ACTIVE',
					tagIds: [account.tags[0]?.id],
					text: 'Padaria',
				},
				options: { includeDetails: everyDetail },
				sort,
			},
		},
		{
			parameters: {
				filters: { tagIds: 'Lead', portfolioIds: account.portfolios[0]?.name },
			},
		},
	],
	update: (sandbox) => [
		{
			parameters: {
				contactId: sandbox.account.contacts[0]?.id,
				...customFields,
				simplify: false,
				updateFields: {
					...commonFields(sandbox),
					clear: [],
					name: 'Júlia Sampaio',
					phoneNumber: '+55 11 90000-0001',
					pictureUrl: 'https://files.example.com/julia.png',
					status: 'ACTIVE',
					tagOperation: 'ReplaceAll',
					utmCampaign: 'setembro',
					utmContent: 'Oferta do mês',
					utmHeadline: 'Converse conosco',
					utmMedium: 'cpc',
					utmReferralUrl: 'https://www.example.com/anuncio',
					utmSource: 'instagram',
					utmTerm: 'plano anual',
				},
			},
		},
		{ parameters: { contactId: byPhone, ...customFieldsAsJson, updateFields: namedFields(sandbox) } },
		{
			parameters: {
				contactId: byPhone,
				...customFields,
				updateFields: {
					...commonFields(sandbox),
					name: 'Júlia',
					phoneNumber: '+55 11 90000-0001',
					pictureUrl: 'https://files.example.com/julia.png',
					status: 'BLOCKED',
					tagOperation: 'InsertIfNotExists',
					utmCampaign: 'setembro',
					utmContent: 'Oferta do mês',
					utmHeadline: 'Converse conosco',
					utmMedium: 'cpc',
					utmReferralUrl: 'https://www.example.com/anuncio',
					utmSource: 'instagram',
					utmTerm: 'plano anual',
				},
			},
		},
		{
			parameters: {
				contactId: sandbox.account.contacts[0]?.id,
				updateFields: namedFields(sandbox),
			},
		},
	],
	updateTags: ({ account }) => [
		{
			parameters: {
				contactId: account.contacts[0]?.id,
				tagOperation: 'InsertIfNotExists',
				tagIds: [account.tags[1]?.id],
				simplify: false,
			},
		},
		{
			parameters: {
				contactId: account.contacts[0]?.id,
				tagOperation: 'ReplaceAll',
				tagIds: 'Lead',
			},
		},
		{
			parameters: {
				contactId: byPhone,
				tagOperation: 'DeleteIfExists',
				tagIds: [account.tags[1]?.id],
			},
		},
		{ parameters: { contactId: byPhone, tagOperation: 'InsertIfNotExists', tagIds: 'VIP' } },
	],
	upsert: (sandbox) => [
		{
			parameters: {
				...somebody,
				...customFields,
				additionalFields: { ...commonFields(sandbox), tagOperation: 'REPLACEALL' },
			},
		},
		{ parameters: { ...somebody, ...customFieldsAsJson, additionalFields: namedFields(sandbox) } },
		{
			parameters: {
				...somebody,
				phoneNumber: '={{ $json.phone }}',
				options: { batching: true },
				...customFields,
				additionalFields: commonFields(sandbox),
			},
			items: [{ phone: '+55 11 90000-0001' }, { phone: '+55 11 91234-5679' }],
		},
		{ parameters: { ...somebody, options: { batching: true }, additionalFields: namedFields(sandbox) } },
	],
};
