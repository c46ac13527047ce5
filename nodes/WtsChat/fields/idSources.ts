import type { INodeProperties } from 'n8n-workflow';

/** Which operation tells the IDs of a field, by the method that fills its list. */
const SOURCES: Record<string, string> = {
	getAllUsers: "'User: Get Many', as userId",
	getChannels: "'Channel: Get Many'",
	getDepartments: "'Department: Get Many'",
	getPanelLostReasons: "'Panel: Get Many Lost Reasons'",
	getPanelSteps: "'Panel: Get Many Steps'",
	getPanelTags: "'Panel: Get' with its tags",
	getPortfolios: "'Portfolio: Get Many'",
	getSequences: "'Sequence: Get Many'",
	getTags: "'Tag: Get Many'",
	getUsers: "'User: Get Many', as userId",
	searchAllUsers: "'User: Get Many', as userId",
	searchCardNotes: "'Card Note: Get Many'",
	searchCards: "'Card: Get Many'",
	searchChatbots: "'Chatbot: Get Many', as key",
	searchContacts: "'Contact: Get Many'",
	searchDepartments: "'Department: Get Many'",
	searchLostReasons: "'Panel: Get Many Lost Reasons'",
	searchOtpTemplates: "'Template: Get Many'",
	searchPanels: "'Panel: Get Many'",
	searchPendingMessages: "'Scheduled Message: Get Many'",
	searchPortfolios: "'Portfolio: Get Many'",
	searchScheduledMessages: "'Scheduled Message: Get Many'",
	searchSequences: "'Sequence: Get Many'",
	searchSessions: "'Session: Get Many'",
	searchSteps: "'Panel: Get Many Steps'",
	searchSubscriptions: "'Webhook: Get Many'",
	searchTags: "'Tag: Get Many'",
	searchTemplates: "'Template: Get Many'",
	searchUsers: "'User: Get Many', as userId",
};

/** Where the IDs of the field come from, in the words of the form. */
export function idSourceOf({ typeOptions, modes }: INodeProperties): string | undefined {
	const list = modes?.find(({ type }) => type === 'list');
	const method = typeOptions?.loadOptionsMethod ?? list?.typeOptions?.searchListMethod;
	return method === undefined ? undefined : SOURCES[method];
}
