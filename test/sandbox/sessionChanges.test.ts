import { agentNamed, departmentNamed } from '../../playground/sandbox';
import { preparedSession, UNKNOWN_ID, withSandbox } from './support';

describe('updating a session', () => {
	it(
		'writes the named attributes and leaves the others alone',
		withSandbox(async (client, { account }) => {
			const session = preparedSession(account);
			const before = structuredClone(session);

			const answer = await client.put(`/chat/v2/session/${session.id}/partial`, {
				fields: ['Number'],
				number: 'A-1',
				status: 'COMPLETED',
				userId: agentNamed(account, 'Júlia Sampaio').userId,
				metadata: { other: 1 },
			});

			expect(answer.status).toBe(200);
			expect(answer.data.number).toBe('A-1');
			expect(answer.data).not.toHaveProperty('type');
			expect(session).toEqual({ ...before, number: 'A-1', updatedAt: expect.any(String) });
			expect(Date.parse(session.updatedAt)).toBeGreaterThan(Date.parse(before.updatedAt));
		}),
	);

	it.each([[{}], [{ fields: [] }], [{ fields: null }]])(
		'changes nothing when no attribute is named: %j',
		async (fields) =>
			await withSandbox(async (client, { account }) => {
				const session = preparedSession(account);
				const before = structuredClone(session);
				const body = { ...fields, number: 'A-1', options: { stopBotInExecution: true } };

				const answer = await client.put(`/chat/v2/session/${session.id}/partial`, body);

				expect(answer.status).toBe(200);
				expect(session).toEqual(before);
			})(),
	);

	it(
		'clears what is named and null',
		withSandbox(async (client, { account }) => {
			const { userId } = agentNamed(account, 'Júlia Sampaio');
			const session = preparedSession(account, { userId, metadata: { pedido: '1' } });

			const answer = await client.put(`/chat/v2/session/${session.id}/partial`, {
				fields: ['UserId', 'DepartmentId', 'Number', 'Metadata'],
				userId: null,
				departmentId: null,
				number: null,
				metadata: null,
			});

			const cleared = { userId: null, departmentId: null, number: null, metadata: null };
			expect(answer.data).toMatchObject(cleared);
			expect(session).toMatchObject(cleared);
		}),
	);

	it(
		'merges metadata, and a null value takes its key away',
		withSandbox(async (client, { account }) => {
			const session = preparedSession(account, {
				metadata: { kept: 'a', changed: 'b', gone: 'c' },
			});

			await client.put(`/chat/v2/session/${session.id}/partial`, {
				fields: ['Metadata'],
				metadata: { changed: 2, gone: null, added: true },
			});

			expect(session.metadata).toEqual({ kept: 'a', changed: 2, added: true });
		}),
	);

	it(
		'reads a classification back under the names of the answer',
		withSandbox(async (client, { account }) => {
			const { id } = preparedSession(account, { classification: null });
			await client.put(`/chat/v2/session/${id}/partial`, {
				fields: ['Status', 'Classification'],
				status: 'COMPLETED',
				classification: { category: 'LOST', description: 'Preço', amount: 12.5 },
			});

			const read = await client.get(`/chat/v2/session/${id}?includeDetails=ClassificationDetails`);
			expect(read.data.classification).toMatchObject({
				category: 'LOST',
				categoryDescription: 'Preço',
				amount: 12.5,
			});
			expect(read.data.endAt).not.toBeNull();
		}),
	);

	it.each([
		['DepartmentId', { departmentId: UNKNOWN_ID }, 'Departamento não encontrado'],
		['UserId', { userId: UNKNOWN_ID }, 'Usuário não encontrado'],
	])(
		'writes nothing at all when the %s is unknown',
		async (field, value, text) =>
			await withSandbox(async (client, { account }) => {
				const session = preparedSession(account);
				const before = structuredClone(session);
				const body = { fields: ['Number', field], number: 'A-1', ...value };

				const answer = await client.put(`/chat/v2/session/${session.id}/partial`, body);

				expect(answer).toMatchObject({ status: 500, data: { key: 'FORM_ERROR', text } });
				expect(session).toEqual(before);
			})(),
	);

	it(
		'refuses to leave a session without status',
		withSandbox(async (client, { account }) => {
			const { id } = preparedSession(account);
			const answer = await client.put(`/chat/v2/session/${id}/partial`, { fields: ['Status'] });

			expect(answer).toMatchObject({
				status: 400,
				data: { errors: { status: [expect.any(String)] } },
			});
		}),
	);
});

describe('transferring a session', () => {
	it(
		'to a department leaves it without owner',
		withSandbox(async (client, { account }) => {
			const { userId } = agentNamed(account, 'Júlia Sampaio');
			const session = preparedSession(account, { userId });
			const { id: newDepartmentId } = departmentNamed(account, 'Financeiro');

			const body = { type: 'DEPARTMENT', newDepartmentId };
			const answer = await client.put(`/chat/v1/session/${session.id}/transfer`, body);

			expect(answer.data).toMatchObject({ departmentId: newDepartmentId, userId: null });
			expect(session).toMatchObject({ departmentId: newDepartmentId, userId: null });
		}),
	);

	it.each([
		[
			'keeps the department when the user belongs to it',
			'Antônio Leitão',
			'Pós-venda',
			'Pós-venda',
		],
		['moves it to the first department of the user', 'Antônio Leitão', 'Suporte', 'Financeiro'],
		['keeps the department when the user has none', 'Caetano Calixto', 'Suporte', 'Suporte'],
	])(
		'to a user %s',
		async (_case, agentName, departmentName, expected) =>
			await withSandbox(async (client, { account }) => {
				const { userId } = agentNamed(account, agentName);
				const { id: departmentId } = departmentNamed(account, departmentName);
				const session = preparedSession(account, { departmentId, userId: null });

				const body = { type: 'USER', newUserId: userId };
				const answer = await client.put(`/chat/v1/session/${session.id}/transfer`, body);

				expect(answer.data).toMatchObject({
					userId,
					departmentId: departmentNamed(account, expected).id,
				});
			})(),
	);

	it(
		'to a user takes the department given along with the user',
		withSandbox(async (client, { account }) => {
			const { userId: newUserId } = agentNamed(account, 'Júlia Sampaio');
			const { id: newDepartmentId } = departmentNamed(account, 'Suporte');
			const session = preparedSession(account);

			const body = { type: 'USER', newUserId, newDepartmentId };
			await client.put(`/chat/v1/session/${session.id}/transfer`, body);

			expect(session).toMatchObject({ userId: newUserId, departmentId: newDepartmentId });
		}),
	);

	it.each([
		['DEPARTMENT', 'newDepartmentId'],
		['USER', 'newUserId'],
	])(
		'to a %s needs %s',
		async (type, property) =>
			await withSandbox(async (client, { account }) => {
				const session = preparedSession(account);
				const before = structuredClone(session);
				const path = `/chat/v1/session/${session.id}/transfer`;

				for (const body of [{ type }, { type, [property]: null }]) {
					const answer = await client.put(path, body);
					expect(answer.status).toBe(400);
					expect(answer.data.errors).toEqual({
						[property]: [`The ${property} field is required.`],
					});
				}
				expect(session).toEqual(before);
			})(),
	);
});

describe('assigning, completing and changing status', () => {
	it(
		'gives the session to a user',
		withSandbox(async (client, { account }) => {
			const session = preparedSession(account, { userId: null });
			const { userId } = agentNamed(account, 'Inês Sertório');

			await client.put(`/chat/v1/session/${session.id}/assignee`, { userId });
			expect(session.userId).toBe(userId);

			const unknown = { userId: UNKNOWN_ID };
			const answer = await client.put(`/chat/v1/session/${session.id}/assignee`, unknown);
			expect(answer.data.text).toBe('Usuário não encontrado');
			expect(session.userId).toBe(userId);
		}),
	);

	it(
		'dates the end of a completed session and forgets it when the session goes on',
		withSandbox(async (client, { account }) => {
			const session = preparedSession(account, { status: 'IN_PROGRESS', endAt: null });

			const completed = await client.put(`/chat/v1/session/${session.id}/complete`, {});
			expect(completed.data).toMatchObject({ status: 'COMPLETED', endAt: expect.any(String) });

			const path = `/chat/v1/session/${session.id}/status`;
			const reopened = await client.put(path, { newStatus: 'IN_PROGRESS' });
			expect(reopened.data).toMatchObject({ status: 'IN_PROGRESS', endAt: null });
		}),
	);

	const options = { stopBotInExecution: true };
	it.each([
		['v2', 'partial', { fields: ['Number'], number: '1', options }],
		['v1', 'transfer', { type: 'DEPARTMENT', newDepartmentId: 'Suporte', options }],
		['v1', 'assignee', { userId: 'Júlia Sampaio', options }],
		['v1', 'complete', { ...options }],
		['v1', 'status', { newStatus: 'PENDING', options }],
	])(
		'stops the chatbot only when asked to: %s %s',
		async (version, action, named) =>
			await withSandbox(async (client, { account }) => {
				const botId = UNKNOWN_ID;
				const session = preparedSession(account, { botId });
				const body = JSON.parse(
					JSON.stringify(named)
						.replace('Suporte', departmentNamed(account, 'Suporte').id)
						.replace('Júlia Sampaio', agentNamed(account, 'Júlia Sampaio').userId),
				);
				const path = `/chat/${version}/session/${session.id}/${action}`;

				const quiet = JSON.parse(JSON.stringify(body).replace('true', 'false'));
				expect(await client.put(path, quiet)).toMatchObject({ status: 200, data: { botId } });
				expect(await client.put(path, body)).toMatchObject({ status: 200, data: { botId: null } });
			})(),
	);
});
