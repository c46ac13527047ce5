import { connect } from './api';
import type { ApiContext } from './context';
import type { ApiRequest } from './contract';

/** Gives what the API answers to a request that only reads; `again` asks anew for what has been read. */
export type Read = <Answer>(request: ApiRequest<Answer>, again?: 'again') => Promise<Answer>;

/** A reader that asks for each record once, however often it is read, and for none before. */
export function readerFor(context: ApiContext): Read {
	const answers = new Map<string, Promise<unknown>>();
	let opened: ReturnType<typeof connect> | undefined;

	async function ask<Answer>(request: ApiRequest<Answer>): Promise<Answer> {
		opened ??= connect(context);
		return await (await opened).send(request);
	}

	return async <Answer>(request: ApiRequest<Answer>, again?: 'again') => {
		const { path, query } = request;
		const record = JSON.stringify([path, query]);
		const answer = (again ? undefined : answers.get(record)) ?? ask(request);
		answers.set(record, answer);
		return (await answer) as Answer;
	};
}
