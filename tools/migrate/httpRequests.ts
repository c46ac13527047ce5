import type { Findings } from './findings';
import { say } from './sentences';
import type { SavedNode, SavedWorkflow } from './workflow';

const HTTP_TYPES = [
	'n8n-nodes-base.httpRequest',
	'n8n-nodes-base.httpRequestTool',
	'@n8n/n8n-nodes-langchain.toolHttpRequest',
];

/** The API under its names; partner brands may have others, but the same paths. */
const OF_THE_API =
	/^=?https:\/\/api(?:-test|-staging)?\.(?:helena\.run|wts\.chat|flw\.chat)(\/[^?#]*)/;

/** An ID or an expression in a path. */
const PART = '[^/]+';

/** The operations that do what people most often call by hand, by method and path. */
export const OPERATIONS: Array<[call: string, operation: string]> = [
	['POST /chat/v1/message/send', 'Message → Send'],
	['POST /chat/v1/message/send-sync', 'Message → Send'],
	['POST /chat/v1/send/text', 'Message → Send Text'],
	['POST /chat/v1/send/template', 'Message → Send Template'],
	['GET /chat/v1/message', 'Message → Get Many'],
	['GET /chat/v1/message/{id}', 'Message → Get'],
	['POST /chat/v1/session/{id}/message', 'Message → Send in Session'],
	['GET /chat/v1/session/{id}/message', 'Message → Get Many'],
	['GET /chat/v2/session', 'Session → Get Many'],
	['GET /chat/v2/session/{id}', 'Session → Get'],
	['PUT /chat/v1/session/{id}/transfer', 'Session → Transfer'],
	['PUT /chat/v2/session/{id}/partial', 'Session → Update'],
	['PUT /chat/v1/session/{id}/assignee', 'Session → Assign to User'],
	['PUT /chat/v1/session/{id}/status', 'Session → Change Status'],
	['PUT /chat/v1/session/{id}/complete', 'Session → Complete'],
	['GET /core/v1/contact', 'Contact → Get Many'],
	['POST /core/v1/contact/filter', 'Contact → Get Many'],
	['GET /core/v1/contact/phonenumber/{phone}', 'Contact → Get'],
	['GET /core/v1/contact/{id}', 'Contact → Get'],
	['POST /core/v1/contact', 'Contact → Create'],
	['PUT /core/v2/contact/{id}', 'Contact → Update'],
	['POST /core/v1/contact/{id}/tags', 'Contact → Update Tags'],
	['GET /crm/v2/panel/card', 'Card → Get Many'],
	['POST /crm/v2/panel/card', 'Card → Create'],
	['PUT /crm/v3/panel/card/{id}', 'Card → Update'],
	['POST /core/v1/webhook/subscription', 'WTS Chat Trigger'],
];

/** Tells of the nodes that call the API by hand, and what takes their place; they stay as they are. */
export function tellOfHttpRequests({ nodes }: SavedWorkflow, findings: Findings): void {
	for (const node of nodes) {
		const path = pathOf(node);
		if (path === undefined) continue;
		const operation = operationOf(`${methodOf(node)} ${path}`);
		findings.add({
			node: node.name,
			what: say`This node calls the API of WTS Chat by hand; it is left as it is.`,
			todo: operation
				? say`Put ${operation} in its place if you like: it checks its fields, keeps the limits of the account, and repeats only what is safe.`
				: say`Look whether an operation of this node does the same: it checks its fields, keeps the limits of the account, and repeats only what is safe.`,
		});
	}
}

function pathOf({ type, parameters }: SavedNode): string | undefined {
	if (!HTTP_TYPES.includes(type)) return undefined;
	return OF_THE_API.exec(String(parameters?.url ?? ''))?.[1];
}

function methodOf({ parameters }: SavedNode): string {
	return String(parameters?.method ?? 'GET').toUpperCase();
}

function operationOf(call: string): string | undefined {
	const asked = call.replace(/\/$/, '');
	return OPERATIONS.find(([known]) =>
		new RegExp(`^${known.replace(/\{\w+\}/g, PART)}$`).test(asked),
	)?.[1];
}
