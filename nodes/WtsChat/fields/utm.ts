import { unlessBlank } from '../values/blank';
import { text } from './kinds/text';
import { together } from './kinds/together';

function part(displayName: string, name: string, example: string, description: string) {
	return text({ displayName, name, placeholder: `e.g. ${example}`, description });
}

/** Where a contact came from. */
export const utm = together(
	{
		source: part(
			'UTM Source',
			'utmSource',
			'instagram',
			'Site or network that the contact came from',
		),
		medium: part('UTM Medium', 'utmMedium', 'cpc', 'Kind of advertising, for example cpc'),
		campaign: part('UTM Campaign', 'utmCampaign', 'setembro', 'Campaign that brought the contact'),
		term: part('UTM Term', 'utmTerm', 'plano anual', 'Words that the contact searched for'),
		content: part(
			'UTM Content',
			'utmContent',
			'Oferta do mês',
			'Advertisement within the campaign',
		),
		headline: part(
			'UTM Headline',
			'utmHeadline',
			'Converse conosco',
			'Headline of the advertisement',
		),
		referralUrl: part(
			'UTM Referral URL',
			'utmReferralUrl',
			'https://www.example.com/anuncio',
			'Page that the contact came from',
		),
	},
	unlessBlank,
);
