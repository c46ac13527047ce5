import type { INodeProperties } from 'n8n-workflow';
import { unlessBlank, type ItemParameters } from './itemParameters';

/** Where a contact came from, member by member of a collection. */
export const utmFields: INodeProperties[] = [
	['UTM Campaign', 'utmCampaign', 'setembro', 'Campaign that brought the contact'],
	['UTM Content', 'utmContent', 'Oferta do mês', 'Advertisement within the campaign'],
	['UTM Headline', 'utmHeadline', 'Converse conosco', 'Headline of the advertisement'],
	['UTM Medium', 'utmMedium', 'cpc', 'Kind of advertising'],
	['UTM Referral URL', 'utmReferralUrl', 'https://www.example.com/anuncio', 'Page it came from'],
	['UTM Source', 'utmSource', 'instagram', 'Site or network it came from'],
	['UTM Term', 'utmTerm', 'plano anual', 'Words that were searched for'],
].map(([displayName = '', name = '', example, description]) => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: `e.g. ${example}`,
	description,
}));

/** The origin that {@link utmFields} tell, if any. */
export function utmFrom(fields: ItemParameters) {
	return unlessBlank({
		source: fields.text('utmSource'),
		medium: fields.text('utmMedium'),
		campaign: fields.text('utmCampaign'),
		content: fields.text('utmContent'),
		headline: fields.text('utmHeadline'),
		term: fields.text('utmTerm'),
		referralUrl: fields.text('utmReferralUrl'),
	});
}
