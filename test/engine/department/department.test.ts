import type { IDataObject } from 'n8n-workflow';
import { membersOf } from '../../../playground/sandbox/organization/departments';
import { useSandbox } from '../../support/account';
import { editorContext, run } from '../../support/engine';
import { wtsChat } from '../../support/nodes';

const sandbox = useSandbox();

const first = () => sandbox().account.departments[0]!;
const userAt = (n: number) => sandbox().account.agents[n]!.userId;
const bodies = () => sandbox().requests.map(({ body }) => body as IDataObject);
const memberIds = (id: string) => membersOf(sandbox().account, id).map(({ userId }) => userId);

async function department(operation: string, parameters: IDataObject) {
	return await run({
		parameters: { resource: 'department', operation, departmentId: first().id, ...parameters },
		account: sandbox(),
	});
}

test('Create sends what is filled in, and the department is there with its members', async () => {
	const { items } = await department('create', {
		name: 'Ouvidoria',
		members: { member: [{ userId: userAt(2), isAgent: true, isSupervisor: false }] },
		additionalFields: { channelIds: [sandbox().account.channels[0]?.id], isDefault: false },
	});
	expect(bodies()).toEqual([
		{
			name: 'Ouvidoria',
			isDefault: false,
			channelsConfig: { scope: 'SELECTED', channels: [sandbox().account.channels[0]?.id] },
			agents: [{ userId: userAt(2), isAgent: true, isSupervisor: false }],
		},
	]);
	expect(memberIds(String(items[0]?.json.id))).toEqual([userAt(2)]);
});

test('Update writes only what is chosen, and lists it for the API', async () => {
	const before = structuredClone(first());
	const rules = {
		expirationIsEnabled: false,
		maximumDurationInMinutes: 0,
		inactivityTimeInMinutes: 5,
	};
	await department('update', { updateFields: { distributionIsEnabled: false, ...rules } });
	expect(bodies()).toEqual([
		{
			distributionIsEnabled: false,
			distributionConfig: rules,
			fields: ['DistributionIsEnabled', 'DistributionConfig'],
		},
	]);
	expect(first()).toEqual({
		...before,
		distribuitionEnabled: false,
		distributionConfig: rules,
		updatedAt: expect.any(String),
	});
});

test.each<[string, IDataObject, string]>([
	['nothing chosen', {}, 'There is nothing to update'],
	[
		'one rule of the distribution without the others',
		{ maximumDurationInMinutes: 30 },
		'go together',
	],
	['a scope without its channels', { channelScope: 'SELECTED' }, 'do not go together'],
	[
		'channels without their scope',
		{ channelScope: 'ALL', channelIds: ['e0000000-0000-4000-8000-000000000001'] },
		'do not go together',
	],
])('%s is said before any request', async (_, updateFields, message) => {
	const { error } = await department('update', { updateFields });
	expect(error?.message).toContain(message);
	expect(bodies()).toEqual([]);
});

describe('members', () => {
	const rows = (...users: number[]) => ({
		member: users.map((n) => ({ userId: userAt(n), isAgent: true, isSupervisor: false })),
	});

	test.each<[string, number[], number[]]>([
		['Upsert', [2], [0, 4, 2]],
		['Remove', [0], [4]],
		['ReplaceAll', [1], [1]],
	])('%s', async (membershipAction, given, left) => {
		expect(memberIds(first().id)).toEqual([userAt(0), userAt(4)]);
		await department('updateMembers', { membershipAction, members: rows(...given) });
		expect(memberIds(first().id).sort()).toEqual(left.map(userAt).sort());
	});

	test.each(['Upsert', 'Remove', 'ReplaceAll'])(
		'nobody to %s is said before any request, so that no expression empties the department',
		async (membershipAction) => {
			const { error } = await department('updateMembers', { membershipAction });
			expect(error?.message).toContain("'Members' is empty");
			expect(bodies()).toEqual([]);
		},
	);

	test('are chosen among all users, not only those of the department', async () => {
		const context = await editorContext({
			parameters: { departmentId: first().id },
			account: sandbox(),
		});
		const users = await wtsChat.methods?.loadOptions?.getAllUsers?.call(context);
		expect(users).toHaveLength(sandbox().account.agents.length);
	});
});

test.each<[string[], string | undefined]>([
	[[], undefined],
	[['Agents'], 'Agents'],
	[['Channels'], 'Channels'],
	[['Agents', 'Channels'], 'All'],
])('Get asks for the details %j with one word', async (includeDetails, word) => {
	const { items } = await department('get', { options: { includeDetails } });
	expect(sandbox().requests[0]?.query).toEqual(word ? { includeDetails: word } : {});
	expect(items[0]?.json.agents === null).toBe(!includeDetails.includes('Agents'));
});

test('Delete takes the department away', async () => {
	const { id } = first();
	const { items } = await department('delete', {});
	expect(items[0]?.json).toEqual({ deleted: true });
	expect(sandbox().account.departments.some((kept) => kept.id === id)).toBe(false);
});
