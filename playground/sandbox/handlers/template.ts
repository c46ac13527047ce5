import type { components } from '../../../contract/types/chat';
import type { TemplateRecord } from '../account';
import { inDates } from '../moments';
import { operation, type RequestOf } from '../operation';
import { paged, showing } from '../paging';

type Schemas = components['schemas'];
type Detail = Schemas['TemplateDetail'];

/** The uses as the filter spells them, and as templates do. */
const USES: Record<Schemas['TemplateTypeFilter'], Schemas['TemplateType']> = {
	QUICKREPLY: 'QUICKREPLY',
	ATTENDANCE: 'TEMPLATE',
	CAMPAIGN: 'TEMPLATE_CAMPAIGN',
	SEQUENCE: 'TEMPLATE_SEQUENCE',
	SCHEDULEDMESSAGE: 'TEMPLATE_SCHEDULED_MESSAGE',
	AUTHENTICATION: 'AUTHENTICATION',
};

function holds(text: string | null, part = ''): boolean {
	return (text ?? '').toLowerCase().includes(part.toLowerCase());
}

function passes(template: TemplateRecord, query: RequestOf<'listTemplates'>['query']): boolean {
	const { Archived, ChannelId, Type } = query;
	return (
		(Archived === undefined || template.archived === Archived) &&
		(ChannelId === undefined || template.channelId === ChannelId) &&
		(Type === undefined || template.type.includes(USES[Type])) &&
		(!query.ApprovedOnly || template.status === 'Approved') &&
		holds(template.name, query.Name) &&
		holds(template.text, query.SearchableText) &&
		inDates(template, query)
	);
}

function templateView(template: TemplateRecord, details: readonly Detail[] = []): TemplateRecord {
	const asked = details.includes('Params') || details.includes('All');
	return { ...template, params: asked ? template.params : null };
}

export const templateOperations = [
	operation('listTemplates', ({ query }, account) => {
		const templates = account.templates.filter((template) => passes(template, query));
		return showing(paged(templates, query), (template) =>
			templateView(template, query.IncludeDetails),
		);
	}),
];
