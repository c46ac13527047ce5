import type { OpenAPIBackend, Operation as Declared, Request } from 'openapi-backend';
import { apiOf, type DocumentName } from '../../contract/reader';
import type { Account } from './account';
import {
	ApiError,
	contractViolation,
	methodNotAllowed,
	notBuilt,
	problem,
	unknownPath,
} from './errors';
import { operations } from './handlers';
import type { Operation } from './operation';
import { invalidRequest } from './validation';

/** A finished answer; without a body where the contract has none. */
export interface Answer {
	status: number;
	body?: unknown;
}

const DOCUMENT_BY_SERVICE = new Map<string, DocumentName>([
	['chat', 'chat'],
	['core', 'core'],
	['auth', 'core'],
	['crm', 'crm'],
]);

const METHODS = ['get', 'post', 'put', 'delete'];

const runs = new Map<string | undefined, Operation['run']>(
	operations.map(({ operationId, run }) => [operationId, run]),
);

/** Name of the document that describes the service a path starts with. */
function documentNameAt(path: string): DocumentName {
	const name = DOCUMENT_BY_SERVICE.get(path.split('/')[1] ?? '');
	if (name) return name;
	throw problem(400, 'The path must start with a service: /chat, /core, /crm or /auth.');
}

function operationAt({ router }: OpenAPIBackend, request: Request): Declared {
	const operation = router.matchOperation(request);
	if (operation) return operation;
	const isPath = METHODS.some((method) => router.matchOperation({ ...request, method }));
	throw isPath ? methodNotAllowed() : unknownPath();
}

/** What arrives at an operation: the request without what breaks the contract, numbers and booleans read. */
function checkedRequest(api: OpenAPIBackend, operation: Declared, request: Request) {
	const { errors, coerced } = api.validator.validateRequest(request, operation);
	if (errors) throw invalidRequest(errors);
	const { params, query, requestBody } = api.router.parseRequest(coerced ?? request, operation);
	return { path: params, query, body: requestBody };
}

function violationsIn(
	api: OpenAPIBackend,
	operation: Declared,
	{ status, body }: Answer,
): string[] {
	const declared = operation.responses?.[status];
	if (!declared) return [`status ${status} is not among its answers`];
	const hasContent = 'content' in declared && declared.content !== undefined;
	if (!hasContent && body !== undefined) return ['it answers without a body'];
	const { errors } = api.validateResponse(body ?? null, operation, status);
	return (errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`.trim());
}

function successStatus({ responses = {} }: Declared): number {
	return Number(Object.keys(responses).find((status) => status.startsWith('2')));
}

function outcome(operation: Declared, work: () => unknown): Answer {
	try {
		// The copy keeps later changes of the account out of an answer that is on its way.
		return { status: successStatus(operation), body: structuredClone(work()) };
	} catch (error) {
		if (error instanceof ApiError) return { status: error.status, body: error.body };
		throw error;
	}
}

/** Validates the request against the contract, runs its operation and checks the answer. */
export async function answer(request: Request, account: Account): Promise<Answer> {
	const api = await apiOf(documentNameAt(request.path));
	const operation = operationAt(api, request);
	const arrived = checkedRequest(api, operation, request);
	const operationId = String(operation.operationId);
	const run = runs.get(operationId);
	if (!run) throw notBuilt(operationId);
	const given = outcome(operation, () => run(arrived, account));
	const violations = violationsIn(api, operation, given);
	if (violations.length > 0) throw contractViolation(operationId, violations);
	return given;
}
