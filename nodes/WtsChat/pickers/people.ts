import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { get } from '../transport/contract';
import { isRecord } from '../transport/records';
import { chosenId } from './chosen';
import { marked, plainList, shown, texts, whole, type Entry } from './picker';

const departmentsAlone = plainList(get('/core/v2/department', {}));
const usersAlone = plainList(get('/core/v1/agent', {}));

/** The departments (teams) of the account. The contract gives them no state that could be marked. */
export const departments = whole({
	idsFrom: "'Department: Get Many'",
	records: departmentsAlone,
	entry: ({ id, name }) => shown([name], id),
});

/** All users (agents), whatever department is chosen beside the field; those who take no conversations are marked. */
export const allUsers = whole({
	idsFrom: "'User: Get Many', as userId",
	records: usersAlone,
	entry: userEntry,
});

/** The users of the department chosen beside the field, or all of them when none is chosen or an expression will choose it. */
export const users = whole({
	idsFrom: allUsers.idsFrom,
	async records(api, context) {
		const departmentId = chosenDepartment(context);
		const all = await usersAlone(api);
		return departmentId ? all.filter((user) => isMember(user, departmentId)) : all;
	},
	entry: userEntry,
});

/** Sessions, cards and departments hold a user's `userId`; `id` is the agent record's own. */
function userEntry({ id, userId, name, email, availability }: IDataObject): Entry {
	const [called] = texts([name, email]);
	const [description] = texts([email]);
	const entry = shown([called], userId ?? id);
	return { ...marked(entry, availability === 'UNAVAILABLE' && 'Unavailable'), description };
}

/** The department that is chosen beside the user, in the same collection or else at the top of the form. */
function chosenDepartment(context: ILoadOptionsFunctions): string | undefined {
	return chosenId(context, '&departmentId') ?? chosenId(context, 'departmentId');
}

function isMember({ departments: all }: IDataObject, departmentId: string): boolean {
	return (
		Array.isArray(all) &&
		all.some((entry) => isRecord(entry) && entry.departmentId === departmentId)
	);
}
