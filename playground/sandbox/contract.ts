import addFormats from 'ajv-formats';
import { OpenAPIBackend, type Context, type Request } from 'openapi-backend';
import type { Account } from './account';
import { documentNameAt, readDocument } from './documents';
import { ApiError, contractViolation, methodNotAllowed, notBuilt, unknownPath } from './errors';
import { operations } from './handlers';
import type { Operation } from './operation';
import { invalidRequest } from './validation';

/** A finished answer; without a body where the contract has none. */
export interface Answer {
	status: number;
	body?: unknown;
}

function violationsIn({ api, operation }: Context, { status, body }: Answer): string[] {
	const declared = operation.responses?.[status];
	if (!declared) return [`status ${status} is not among its answers`];
	const hasContent = 'content' in declared && declared.content !== undefined;
	if (!hasContent && body !== undefined) return ['it answers without a body'];
	const { errors } = api.validateResponse(body ?? null, operation, status);
	return (errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`.trim());
}

function successStatus({ operation }: Context): number {
	return Number(Object.keys(operation.responses ?? {}).find((status) => status.startsWith('2')));
}

function outcome(run: Operation['run'], context: Context, account: Account): Answer {
	const { params, query, requestBody } = context.request;
	try {
		const body = run({ path: params, query, body: requestBody }, account);
		// The copy keeps later changes of the account out of an answer that is on its way.
		return { status: successStatus(context), body: structuredClone(body) };
	} catch (error) {
		if (error instanceof ApiError) return { status: error.status, body: error.body };
		throw error;
	}
}

function checked(run: Operation['run']) {
	return (context: Context, account: Account): Answer => {
		const answer = outcome(run, context, account);
		const violations = violationsIn(context, answer);
		if (violations.length === 0) return answer;
		throw contractViolation(String(context.operation.operationId), violations);
	};
}

async function loadService(documentName: string): Promise<OpenAPIBackend> {
	const service = new OpenAPIBackend({
		definition: readDocument(documentName),
		// Compiles the schemas of an operation when it is first called, so that the sandbox starts at once.
		quick: true,
		strict: true,
		coerceTypes: true,
		ajvOpts: { allErrors: true },
		customizeAjv: (ajv) => addFormats(ajv),
		handlers: {
			notFound: () => Promise.reject(unknownPath()),
			methodNotAllowed: () => Promise.reject(methodNotAllowed()),
			notImplemented: ({ operation }: Context) =>
				Promise.reject(notBuilt(String(operation.operationId))),
			validationFail: ({ validation }: Context) =>
				Promise.reject(invalidRequest(validation.errors ?? [])),
		},
	});
	await service.init();
	for (const { operationId, run } of operations) {
		if (service.router.getOperation(operationId)) service.register(operationId, checked(run));
	}
	return service;
}

const services = new Map<string, Promise<OpenAPIBackend>>();

function serviceAt(path: string): Promise<OpenAPIBackend> {
	const documentName = documentNameAt(path);
	const service = services.get(documentName) ?? loadService(documentName);
	services.set(documentName, service);
	return service;
}

/** Validates the request against the contract, runs its operation and checks the answer. */
export async function answer(request: Request, account: Account): Promise<Answer> {
	const service = await serviceAt(request.path);
	return (await service.handleRequest(request, account)) as Answer;
}
