/** The calls of n8n-nodes-wts, by its operations; the number of the version is another matter. */
export const oldCalls: Record<string, string> = {
	createContact: 'POST /core/contact',
	listContacts: 'GET /core/contact',
	getContactById: 'GET /core/contact/{id}',
	getContactByPhone: 'GET /core/contact/phonenumber/{id}',
	updateContact: 'PUT /core/contact/{id}',
	listMessages: 'GET /chat/message',
	getMessageById: 'GET /chat/message/{id}',
	getMessageStatus: 'GET /chat/message/{id}/status',
	sendText: 'POST /chat/message/send',
	sendFile: 'POST /chat/message/send',
	sendTemplate: 'POST /chat/message/send',
	listSessions: 'GET /chat/session',
	getSessionById: 'GET /chat/session/{id}',
	updateStatusSession: 'PUT /chat/session/{id}/status',
	concludeSession: 'PUT /chat/session/{id}/complete',
	transferSession: 'PUT /chat/session/{id}/transfer',
	transferToUser: 'PUT /chat/session/{id}/assignee',
	updateSession: 'PUT /chat/session/{id}/partial',
	sendTextBySessionid: 'POST /chat/session/{id}/message',
	sendFileBySessionid: 'POST /chat/session/{id}/message',
	sendTemplateBySessionid: 'POST /chat/session/{id}/message',
	listCardAnnotations: 'GET /crm/panel/card/{id}/note',
	listCards: 'GET /crm/panel/card',
	getAllPanels: 'GET /crm/panel',
	getCardById: 'GET /crm/panel/card/{id}',
	getPanelById: 'GET /crm/panel/{id}',
	createCard: 'POST /crm/panel/card',
	createAnnotationText: 'POST /crm/panel/card/{id}/note',
	createAnnotationFile: 'POST /crm/panel/card/{id}/note',
	duplicateCard: 'POST /crm/panel/card/{id}/duplicate',
	deleteCardAnnotation: 'DELETE /crm/panel/card/{id}/note/{id}',
	updateCard: 'PUT /crm/panel/card/{id}',
	sendChatbot: 'POST /chat/chatbot/send',
	listSequences: 'GET /chat/sequence',
	getContactsBySequence: 'GET /chat/sequence/{id}/contact',
	addContactToSequence: 'POST /chat/sequence/{id}/contact',
	addContactsToSequence: 'POST /chat/sequence/{id}/contact/batch',
	removeContactToSequence: 'DELETE /chat/sequence/{id}/contact',
	removeContactsToSequence: 'DELETE /chat/sequence/{id}/contact/batch',
};

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** A request in the form of {@link oldCalls}; the two ways to wait for the result are one. */
export function callOf({ method, path }: { method: string; path: string }): string {
	const general = path
		.replace(/\/v\d\//, '/')
		.replace(UUID, '{id}')
		.replace(/phonenumber\/\d+/, 'phonenumber/{id}')
		.replace(/(\/message\/send-sync|\/message\/sync)$/, (end) => end.replace(/[-/]sync$/, ''));
	return `${method} ${general}`;
}
