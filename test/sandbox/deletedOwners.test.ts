import { sessionInStatus } from '../../playground/sandbox';
import { withSandbox } from './support';

const SESSION = 'includeDetails=AgentDetails&includeDetails=DepartmentsDetails';

it(
	'still reads what names a deleted user, without the details of the user',
	withSandbox(async (client, { account }) => {
		const session = sessionInStatus(account, 'COMPLETED');
		const { userId } = session;
		const card = Object.assign(account.cards[0]!, { responsibleUserId: userId });
		const message = Object.assign(account.scheduledMessages[0]!, { userId });
		await client.delete(`/core/v1/agent/${userId}`, { data: { sessionResolution: 'COMPLETE' } });

		const read = await client.get(`/chat/v2/session/${session.id}?${SESSION}`);
		expect(read.data).toMatchObject({ id: session.id, userId, agentDetails: null });
		const owned = await client.get(`/crm/v2/panel/card/${card.id}?IncludeDetails=ResponsibleUser`);
		expect(owned.data).toMatchObject({ responsibleUserId: userId, responsibleUser: null });
		const planned = await client.get(
			`/chat/v1/scheduled-message/${message.id}?includeDetails=User`,
		);
		expect(planned.data).toMatchObject({ userId, user: null });
		expect((await client.get('/chat/v1/scheduled-message?User=Ninguém')).status).toBe(200);
	}),
);

it(
	'still reads what names a deleted department, without its details',
	withSandbox(async (client, { account }) => {
		const session = account.sessions[0]!;
		const { departmentId } = session;
		const message = Object.assign(account.scheduledMessages[0]!, { departmentId });
		await client.delete(`/core/v1/department/${departmentId}`);

		const read = await client.get(`/chat/v2/session/${session.id}?${SESSION}`);
		expect(read.data).toMatchObject({ departmentId, departmentDetails: null });
		const planned = await client.get(
			`/chat/v1/scheduled-message/${message.id}?includeDetails=Department`,
		);
		expect(planned.data).toMatchObject({ departmentId, department: null });
		expect((await client.get('/chat/v1/scheduled-message?Department=Nenhum')).status).toBe(200);
	}),
);
