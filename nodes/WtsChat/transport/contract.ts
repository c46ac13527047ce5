import type { paths as ChatPaths } from '../../../contract/types/chat';
import type { paths as CorePaths } from '../../../contract/types/core';
import type { paths as CrmPaths } from '../../../contract/types/crm';

type Paths = ChatPaths & CorePaths & CrmPaths;
type Method = 'get' | 'put' | 'post' | 'delete';

/** The paths of the contract that know the method `M`. */
type PathOf<M extends Method> = {
	[P in keyof Paths]: Paths[P] extends Record<M, { responses: unknown }> ? P : never;
}[keyof Paths];

type OperationAt<M extends Method, P extends keyof Paths> =
	Paths[P] extends Record<M, infer O> ? O : never;

type PathPart<O> = O extends { parameters: { path: infer Values } }
	? { path: Values }
	: { path?: never };
type QueryPart<O> = O extends { parameters: { query?: infer Values } }
	? { query?: Values }
	: { query?: never };
type BodyPart<O> = O extends { requestBody: { content: { 'application/json': infer Body } } }
	? { body: Body }
	: O extends { requestBody?: { content: { 'application/json': infer Body } } }
		? { body?: Body }
		: { body?: never };

/** What a request to the operation at `P` is made of; anything the contract does not know does not compile. */
type RequestParts<M extends Method, P extends keyof Paths> = PathPart<OperationAt<M, P>> &
	QueryPart<OperationAt<M, P>> &
	BodyPart<OperationAt<M, P>>;

/** What the operation at `P` answers with status 200. */
type AnswerOf<M extends Method, P extends keyof Paths> =
	OperationAt<M, P> extends {
		responses: { 200: { content: { 'application/json': infer Answer } } };
	}
		? Answer
		: undefined;

/** Readonly in depth: a literal is taken as it is written, and then its arrays are readonly. */
type Fixed<T> = T extends object ? { readonly [Name in keyof T]: Fixed<T[Name]> } : T;

/**
 * `Given`, with every property that `Expected` does not know turned into an error. TypeScript itself
 * looks for unknown properties in plain literals only, not in what is spread into them.
 */
type Exactly<Expected, Given> = unknown extends Expected
	? Given
	: Given extends readonly unknown[]
		? Given
		: Given extends object
			? {
					[Name in keyof Given]: Name extends keyof NonNullable<Expected>
						? Exactly<NonNullable<Expected>[Name], Given[Name]>
						: never;
				}
			: Given;

type ExactParts<M extends Method, P extends keyof Paths, Given> = Given &
	NoInfer<Exactly<RequestParts<M, P>, Given>>;

type QueryValue = string | number | boolean | string[] | Record<string, string | null>;

/** One request to the API, complete but for the host and the key. */
export interface ApiRequest<Answer = unknown> {
	readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
	/** Path with its values filled in and encoded. */
	readonly path: string;
	readonly query?: Record<string, QueryValue | null | undefined>;
	readonly body?: object;
	/** The fields and IDs it is about, in the words of the form, for error messages. */
	readonly subject?: string;
	/** Of a POST: that it only reads, so that it can be repeated. */
	readonly readOnly?: true;
	/** Of a DELETE: that it is as good when there is nothing to delete. */
	readonly notFoundIsSuccess?: true;
	/** How long to wait for the answer, where it comes later than usual. */
	readonly timeoutMs?: number;
	/** Never set: it carries the type of the answer to whoever sends the request. */
	readonly answer?: Answer;
}

interface LooseParts {
	path?: Record<string, string>;
	query?: ApiRequest['query'];
	body?: object;
}

function fillPath(template: string, values: Record<string, string> = {}): string {
	return template.replace(/\{(\w+)\}/g, (_, name: string) =>
		encodeURIComponent(values[name] ?? ''),
	);
}

function requestOf<Answer>(
	method: ApiRequest['method'],
	template: string,
	parts: LooseParts,
): ApiRequest<Answer> {
	return { method, path: fillPath(template, parts.path), query: parts.query, body: parts.body };
}

/** A read of `path`, with exactly the parameters that the contract gives it. */
export function get<P extends PathOf<'get'>, const Parts extends Fixed<RequestParts<'get', P>>>(
	path: P,
	parts: ExactParts<'get', P, Parts>,
): ApiRequest<AnswerOf<'get', P>> {
	return requestOf('GET', path, parts as LooseParts);
}

/** A creation, a search or an action at `path`, with exactly the parameters and body of the contract. */
export function post<P extends PathOf<'post'>, const Parts extends Fixed<RequestParts<'post', P>>>(
	path: P,
	parts: ExactParts<'post', P, Parts>,
): ApiRequest<AnswerOf<'post', P>> {
	return requestOf('POST', path, parts as LooseParts);
}

/** A removal at `path`; some carry a body. */
export function del<
	P extends PathOf<'delete'>,
	const Parts extends Fixed<RequestParts<'delete', P>>,
>(path: P, parts: ExactParts<'delete', P, Parts>): ApiRequest<AnswerOf<'delete', P>> {
	return requestOf('DELETE', path, parts as LooseParts);
}

/** A replacement or partial update at `path`, with exactly the parameters and body of the contract. */
export function put<P extends PathOf<'put'>, const Parts extends Fixed<RequestParts<'put', P>>>(
	path: P,
	parts: ExactParts<'put', P, Parts>,
): ApiRequest<AnswerOf<'put', P>> {
	return requestOf('PUT', path, parts as LooseParts);
}
