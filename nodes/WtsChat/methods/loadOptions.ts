import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { connect } from '../transport/api';
import { get } from '../transport/contract';
import { readList } from '../transport/pages';
import { isRecord } from '../transport/records';
import { choosable } from './choosable';
import { chosenId } from './chosen';

/**
 * The departments (teams) of the account, by name. The contract gives departments no state that
 * could be marked.
 *
 * Source: GET /core/v2/department
 */
export async function getDepartments(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const api = await connect(this);
	const departments = await readList(api, get('/core/v2/department', {}), { paging: 'none' });
	return byName(departments.map(({ id, name }) => ({ name: nameOr(name, id), value: String(id) })));
}

/**
 * The users (agents) of the department chosen beside the field, or all of them when none is chosen
 * or an expression will choose it. Those who take no conversations are marked.
 *
 * Source: GET /core/v1/agent
 */
export async function getUsers(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const departmentId = chosenDepartment(this);
	return await usersWho(this, (user) => !departmentId || isMember(user, departmentId));
}

/**
 * All users (agents), whatever department is chosen beside the field.
 *
 * Source: GET /core/v1/agent
 */
export async function getAllUsers(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await usersWho(this, () => true);
}

async function usersWho(
	context: ILoadOptionsFunctions,
	pass: (user: IDataObject) => boolean,
): Promise<INodePropertyOptions[]> {
	const api = await connect(context);
	const users = await readList(api, get('/core/v1/agent', {}), { paging: 'none' });
	return byName(users.filter(pass).map(userOption));
}

/**
 * The channels (numbers and pages) of the account, by name; those that are switched off are marked.
 *
 * Source: GET /chat/v1/channel
 */
export async function getChannels(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const channels = await readList(await connect(this), get('/chat/v1/channel', {}), {
		paging: 'none',
	});
	return byName(
		channels.map(({ id, number, identity, active }) => {
			const { displayName, humanId } = isRecord(identity) ? identity : {};
			const shown = nameOr(displayName, nameOr(humanId, number ?? id));
			return { name: active === false ? `${shown} (Inactive)` : shown, value: String(id) };
		}),
	);
}

/**
 * The contact tags of the account, by name.
 *
 * Source: GET /core/v1/tag
 */
export async function getTags(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const tags = await readList(await connect(this), get('/core/v1/tag', {}), { paging: 'none' });
	return byName(tags.map(({ id, name }) => ({ name: nameOr(name, id), value: String(id) })));
}

/**
 * The portfolios of the account, by name.
 *
 * Source: GET /core/v1/portfolio
 */
export async function getPortfolios(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const portfolios = await readList(await connect(this), get('/core/v1/portfolio', {}));
	return byName(portfolios.map(({ id, name }) => ({ name: nameOr(name, id), value: String(id) })));
}

/**
 * The sequences of the account, by name.
 *
 * Source: GET /chat/v1/sequence
 */
export async function getSequences(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const sequences = await readList(await connect(this), get('/chat/v1/sequence', {}));
	return byName(sequences.map(({ id, name }) => ({ name: nameOr(name, id), value: String(id) })));
}

/** Sessions, cards and departments hold a user's `userId`; `id` is the agent record's own. */
function userOption({ id, userId, name, email, availability }: IDataObject): INodePropertyOptions {
	const shown = nameOr(name, email ?? userId);
	return {
		name: availability === 'UNAVAILABLE' ? `${shown} (Unavailable)` : shown,
		value: String(userId ?? id),
		description: typeof email === 'string' ? email : undefined,
	};
}

/** The department that is chosen beside the user, in the same collection or else at the top of the form. */
function chosenDepartment(context: ILoadOptionsFunctions): string | undefined {
	return chosenId(context, '&departmentId') ?? chosenId(context, 'departmentId');
}

function isMember({ departments }: IDataObject, departmentId: string): boolean {
	return (
		Array.isArray(departments) &&
		departments.some((entry) => isRecord(entry) && entry.departmentId === departmentId)
	);
}

function nameOr(name: unknown, fallback: unknown): string {
	return typeof name === 'string' && name.trim() !== '' ? name : String(fallback);
}

function byName(options: INodePropertyOptions[]): INodePropertyOptions[] {
	const { compare } = new Intl.Collator('pt-BR', { sensitivity: 'base', numeric: true });
	return choosable(options).sort((one, other) => compare(one.name, other.name));
}
