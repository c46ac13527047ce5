import type { INodeProperties } from 'n8n-workflow';
import { allFields } from '../support/fields';
import { wtsChat, wtsChatTrigger } from '../support/nodes';

/** What fills the list of a field, and after `<`, the fields whose change fills it anew. */
function sourceOf({ typeOptions, modes }: INodeProperties): string | undefined {
	const searched = modes?.find(({ type }) => type === 'list')?.typeOptions?.searchListMethod;
	const mapped = typeOptions?.resourceMapper?.resourceMapperMethod;
	const method = typeOptions?.loadOptionsMethod ?? searched ?? mapped;
	const followed = typeOptions?.loadOptionsDependsOn;
	return followed ? `${method} < ${followed.join(', ')}` : method;
}

const sources = new Map<string, Set<string>>();
for (const { description } of [wtsChat, wtsChatTrigger]) {
	for (const field of allFields(description.properties)) {
		const source = sourceOf(field);
		if (source) sources.set(field.name, (sources.get(field.name) ?? new Set()).add(source));
	}
}

const EXPECTED: Record<string, string[]> = {
	botKey: ['searchChatbots'],
	cardId: ['searchCards'],
	cardNoteId: ['searchCardNotes'],
	cardTagIds: ['getPanelTags < panelId.value'],
	channelId: ['searchChannels'],
	channelIds: ['getChannels'],
	contactId: ['searchContacts'],
	customField: ['getContactCustomFieldKeys'],
	customFields: ['getPanelCustomFields < panelId.value', 'getContactCustomFields'],
	departmentId: ['searchDepartments'],
	departmentIds: ['getDepartments'],
	events: ['getWebhookEvents'],
	from: ['searchSenders'],
	lostReasonId: ['searchLostReasons'],
	panelId: ['searchPanels'],
	portfolioId: ['searchPortfolios'],
	portfolioIds: ['getPortfolios'],
	responsibleUserId: ['searchUsers'],
	scheduledMessageId: ['searchPendingMessages', 'searchScheduledMessages'],
	sequenceId: ['searchSequences'],
	sequenceIds: ['getSequences'],
	sessionId: ['searchSessions'],
	skipTagIds: ['getTags'],
	stepId: ['searchSteps'],
	stepIds: ['getSteps < panelId.value'],
	subscriptionId: ['searchSubscriptions'],
	tagId: ['searchTags'],
	// those of a card belong to its panel
	tagIds: ['getPanelTags < panelId.value, cardId.value', 'getTags'],
	targetPanelId: ['searchPanels'],
	templateId: ['searchTemplates', 'searchOtpTemplates'],
	templateParameters: ['getTemplateParameters < templateId.value'],
	to: ['searchRecipients'],
	transferUserId: ['searchAllUsers'],
	// those of a session follow its department, where the form has one
	userId: ['searchAllUsers', 'searchUsers'],
	userIds: ['getAllUsers'],
};

test('every list is filled with what its field is about, and follows what it depends on', () => {
	const found = [...sources].map(([field, methods]) => [field, [...methods].sort()]);
	const expected = Object.entries(EXPECTED).map(([field, methods]) => [field, [...methods].sort()]);
	expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
});

test.each([wtsChat, wtsChatTrigger])('every list has a method that fills it', (node) => {
	const { loadOptions, listSearch, resourceMapping } = node.methods ?? {};
	const methods = Object.keys({ ...loadOptions, ...listSearch, ...resourceMapping });
	const wanted = allFields(node.description.properties).flatMap(
		(field) => sourceOf(field)?.split(' < ')[0] ?? [],
	);
	expect(wanted.length).toBeGreaterThan(0);
	expect(methods).toEqual(expect.arrayContaining(wanted));
});
