import type { IDataObject } from 'n8n-workflow';
import { useSandbox } from '../../support/account';
import { run } from '../../support/engine';

const sandbox = useSandbox();

const owner = () => sandbox().account.sessions.find(({ status }) => status === 'IN_PROGRESS')!;
const agent = (userId: string | null) =>
	sandbox().account.agents.find((candidate) => candidate.userId === userId);
const bodies = () => sandbox().requests.map(({ body }) => body as IDataObject);

async function user(operation: string, parameters: IDataObject) {
	return await run({
		parameters: { resource: 'user', operation, userId: owner().userId, ...parameters },
		account: sandbox(),
	});
}

test('Create adds a person who logs in by email', async () => {
	const { items } = await user('create', {
		name: 'Otávio Brandão',
		profile: 'Agent',
		additionalFields: { email: 'otavio@example.com' },
	});
	expect(bodies()).toEqual([
		{ name: 'Otávio Brandão', profile: 'Agent', email: 'otavio@example.com' },
	]);
	expect(agent(String(items[0]?.json.userId))?.availability).toBe('AVAILABLE');
});

test('Create sends all that is filled in', async () => {
	await user('create', {
		name: 'Otávio Brandão',
		profile: 'RestrictedAgent',
		additionalFields: {
			availability: 'UNAVAILABLE',
			email: 'otavio@example.com',
			phoneNumber: '(11) 90000-5000',
		},
	});
	expect(bodies()).toEqual([
		{
			name: 'Otávio Brandão',
			profile: 'RestrictedAgent',
			email: 'otavio@example.com',
			phoneNumber: '5511900005000',
			availability: 'UNAVAILABLE',
		},
	]);
});

test('Update writes all that is filled in, and lists it for the API', async () => {
	await user('update', {
		updateFields: {
			availability: 'AVAILABLE',
			email: 'otavio@example.com',
			name: 'Otávio Brandão',
			phoneNumber: '(11) 90000-5000',
			profile: 'Admin',
			shortName: 'Otávio',
		},
	});
	expect(bodies()).toEqual([
		{
			name: 'Otávio Brandão',
			shortName: 'Otávio',
			email: 'otavio@example.com',
			phoneNumber: '5511900005000',
			profile: 'Admin',
			availability: 'AVAILABLE',
			fields: ['Name', 'Email', 'PhoneNumber', 'ShortName', 'Profile', 'Availability'],
		},
	]);
});

test('Update writes only what is chosen, and clears what is to be cleared', async () => {
	const userId = owner().userId;
	const before = structuredClone(agent(userId));
	await user('update', { updateFields: { availability: 'UNAVAILABLE', clear: ['phoneNumber'] } });
	expect(bodies()).toEqual([
		{
			availability: 'UNAVAILABLE',
			phoneNumber: null,
			fields: ['Availability', 'PhoneNumber'],
		},
	]);
	expect(agent(userId)).toEqual({
		...before,
		availability: 'UNAVAILABLE',
		phoneNumber: null,
		phoneNumberFormatted: null,
		updatedAt: expect.any(String),
	});
});

test('Change Status blocks, and lets in again', async () => {
	const { userId } = owner();
	await user('changeStatus', { accessStatus: 'Blocked' });
	expect(sandbox().account.blocked).toEqual([userId]);
	await user('changeStatus', { accessStatus: 'Active' });
	expect(sandbox().account.blocked).toEqual([]);
});

test('Log Out ends the logins, and an empty answer is a success', async () => {
	const { items } = await user('logOut', {});
	expect(items[0]?.json).toEqual({ success: true });
	expect(sandbox().account.loggedOut).toEqual([owner().userId]);
});

test('Update Departments puts the user where the rows say', async () => {
	const { userId } = owner();
	const { departments } = sandbox().account;
	await user('updateDepartments', {
		membershipAction: 'ReplaceAll',
		departments: {
			department: [{ departmentId: departments[3]?.id, isAgent: false, isSupervisor: true }],
		},
	});
	expect(bodies()).toEqual([
		{
			action: 'ReplaceAll',
			items: [{ departmentId: departments[3]?.id, isAgent: false, isSupervisor: true }],
		},
	]);
	expect(agent(userId)?.departments).toEqual([
		expect.objectContaining({ departmentId: departments[3]?.id, isSupervisor: true }),
	]);
});

test('Update Departments without a row is said before any request', async () => {
	const { error } = await user('updateDepartments', { membershipAction: 'ReplaceAll' });
	expect(error?.message).toBe("'Departments' is empty");
	expect(bodies()).toEqual([]);
});

describe('Delete settles the sessions in progress', () => {
	test.each<[string, string, boolean]>([
		['COMPLETE', 'COMPLETED', true],
		['RETURN_TO_PENDING', 'PENDING', false],
	])('%s', async (sessionResolution, status, keepsUser) => {
		const session = owner();
		const { userId } = session;
		const { items } = await user('delete', { options: { sessionResolution } });
		expect(items[0]?.json).toEqual({ deleted: true });
		expect(agent(userId)).toBeUndefined();
		expect(session.status).toBe(status);
		expect(session.userId !== null).toBe(keepsUser);
	});

	test('TRANSFER to another user', async () => {
		const session = owner();
		const heir = sandbox().account.agents.find(({ userId }) => userId !== session.userId)!;
		await user('delete', {
			options: { sessionResolution: 'TRANSFER', transferUserId: heir.userId },
		});
		expect(session).toMatchObject({ status: 'IN_PROGRESS', userId: heir.userId });
	});

	test.each<[string, IDataObject]>([
		['TRANSFER to nobody', { sessionResolution: 'TRANSFER' }],
		['a user without TRANSFER', { transferUserId: 'b0000000-0000-4000-8000-000000000001' }],
	])('%s is said before any request', async (_, options) => {
		const { error } = await user('delete', { options });
		expect(error?.message).toContain('goes with Transfer only');
		expect(bodies()).toEqual([]);
	});
});
