import { randomUUID } from 'node:crypto';

/** A refusal: thrown anywhere in the sandbox, answered as it stands. */
export class ApiError extends Error {
	constructor(
		readonly status: number,
		readonly body: Record<string, unknown>,
		message: string,
	) {
		super(message);
	}
}

/** The platform's own error envelope. */
export function platformError(status: number, key: string, text: string): ApiError {
	const id = randomUUID();
	const body = {
		id: { value: id, shortValue: id.slice(0, 8) },
		// Captured answers carry a number for 401 and this name for 500.
		httpStatusCode: status === 500 ? 'INTERNALSERVERERROR' : status,
		error: true,
		date: new Date().toISOString(),
		key,
		text,
		isUnsolvableError: false,
		details: null,
		version: null,
		environment: null,
	};
	return new ApiError(status, body, text);
}

/** A missing record, which the platform answers with status 500. */
export function notFound(what: string): ApiError {
	return platformError(500, 'FORM_ERROR', `${what} não encontrado`);
}

export function unauthorized(): ApiError {
	return platformError(401, 'ERROR_UNAUTHORIZED', 'Acesso negado');
}

export function unknownPath(): ApiError {
	return platformError(404, 'ERROR_NOT_FOUND', 'Rota não encontrada');
}

export function methodNotAllowed(): ApiError {
	return platformError(405, 'ERROR_METHOD_NOT_ALLOWED', 'Método não permitido');
}

export function notBuilt(operationId: string): ApiError {
	const text = `The sandbox does not implement the operation ${operationId} yet.`;
	return platformError(501, 'SANDBOX_NOT_IMPLEMENTED', text);
}

export function contractViolation(operationId: string, violations: string[]): ApiError {
	const text = `The sandbox's answer to ${operationId} breaks the contract: ${violations.join('; ')}`;
	return platformError(500, 'SANDBOX_CONTRACT_VIOLATION', text);
}

/** A fault of the sandbox itself, never an answer of the platform. */
export function sandboxFailure(message: string): ApiError {
	return platformError(500, 'SANDBOX_FAILURE', message);
}

/** RFC 7807 problem details without a list of properties. */
export function problem(status: number, detail: string): ApiError {
	const body = {
		type: 'https://tools.ietf.org/html/rfc9110#section-15.5.1',
		title: status === 400 ? 'Bad Request' : detail,
		status,
		detail,
	};
	return new ApiError(status, body, detail);
}

/** RFC 7807 problem details that say what is wrong with which property. */
export function invalid(errors: Record<string, string[]>): ApiError {
	const title = 'One or more validation errors occurred.';
	const type = 'https://tools.ietf.org/html/rfc9110#section-15.5.1';
	return new ApiError(400, { type, title, status: 400, errors }, title);
}
