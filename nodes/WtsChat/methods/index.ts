import {
	getAllUsers,
	getChannels,
	getDepartments,
	getPortfolios,
	getSequences,
	getTags,
	getUsers,
} from './loadOptions';
import { getContactCustomFieldKeys, getContactCustomFields } from './mapping/contactCustomFields';
import { getPanelCustomFields } from './mapping/panelCustomFields';
import { getTemplateParameters } from './mapping/templateParameters';
import { getPanelLostReasons, getPanelSteps, getPanelTags } from './panelParts';
import { searchCardNotes } from './search/cardNotes';
import { searchCards } from './search/cards';
import { searchChatbots } from './search/chatbots';
import { searchContacts } from './search/contacts';
import {
	searchAllUsers,
	searchDepartments,
	searchLostReasons,
	searchSteps,
	searchUsers,
} from './search/dropdowns';
import { searchPanels } from './search/panels';
import { searchPortfolios } from './search/portfolios';
import { searchPendingMessages, searchScheduledMessages } from './search/scheduledMessages';
import { searchSenders } from './search/senders';
import { searchSequences } from './search/sequences';
import { searchSessions } from './search/sessions';
import { searchSubscriptions } from './search/subscriptions';
import { searchTags } from './search/tags';
import { searchOtpTemplates, searchTemplates } from './search/templates';
import { getWebhookEvents } from './webhookEvents';

/** Everything that fills a list or a dynamic form in the editor. */
export const methods = {
	loadOptions: {
		getAllUsers,
		getChannels,
		getContactCustomFieldKeys,
		getDepartments,
		getPanelLostReasons,
		getPanelSteps,
		getPanelTags,
		getPortfolios,
		getSequences,
		getTags,
		getUsers,
		getWebhookEvents,
	},
	listSearch: {
		searchAllUsers,
		searchCardNotes,
		searchCards,
		searchChatbots,
		searchContacts,
		searchDepartments,
		searchLostReasons,
		searchOtpTemplates,
		searchPanels,
		searchPendingMessages,
		searchPortfolios,
		searchScheduledMessages,
		searchSenders,
		searchSequences,
		searchSessions,
		searchSteps,
		searchSubscriptions,
		searchTags,
		searchTemplates,
		searchUsers,
	},
	resourceMapping: { getContactCustomFields, getPanelCustomFields, getTemplateParameters },
};
