import type { operations as AuthAndCoreOperations } from '../../contract/types/core';
import type { operations as ChatOperations } from '../../contract/types/chat';
import type { operations as CrmOperations } from '../../contract/types/crm';
import type { Account } from './account';

type Operations = ChatOperations & AuthAndCoreOperations & CrmOperations;

/** Name of an operation of the contract, such as `getSession`. */
export type OperationId = keyof Operations;

type BodyOf<Operation> = Operation extends {
	requestBody: { content: { 'application/json': infer Body } };
}
	? Body
	: Operation extends { requestBody?: { content: { 'application/json': infer Body } } }
		? Body | undefined
		: never;

/** What arrives at an operation, already validated and with numbers and booleans read. */
export interface RequestOf<Id extends OperationId> {
	path: NonNullable<Operations[Id]['parameters']['path']>;
	query: NonNullable<Operations[Id]['parameters']['query']>;
	body: BodyOf<Operations[Id]>;
}

/** What an operation answers when it succeeds; `void` where the contract has no body. */
export type AnswerOf<Id extends OperationId> = Operations[Id] extends {
	responses: { 200: { content: { 'application/json': infer Answer } } };
}
	? Answer
	: void;

// TypeScript lets a function answer more properties than its type has; this makes them an error.
type NoOtherProperties<Answer, Given> = Given extends readonly unknown[]
	? ReadonlyArray<NoOtherProperties<ItemOf<Answer>, ItemOf<Given>>>
	: Given extends object
		? { [Name in Exclude<keyof Given, keyof NonNullable<Answer>>]: never }
		: unknown;
type ItemOf<List> = NonNullable<List> extends ReadonlyArray<infer Item> ? Item : never;

/** The behaviour of one operation: reads and changes the account, answers or throws an `ApiError`. */
export type Handler<Id extends OperationId, Given extends AnswerOf<Id> = AnswerOf<Id>> = (
	request: RequestOf<Id>,
	account: Account,
) => Given & NoOtherProperties<AnswerOf<Id>, Given>;

/** A handler together with the operation it serves. */
export interface Operation {
	operationId: OperationId;
	run(request: RequestOf<OperationId>, account: Account): unknown;
}

/** Declares the handler of one operation. */
export function operation<Id extends OperationId, Given extends AnswerOf<Id>>(
	operationId: Id,
	handler: Handler<Id, Given>,
): Operation {
	return { operationId, run: handler as unknown as Operation['run'] };
}
