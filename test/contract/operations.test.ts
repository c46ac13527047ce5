import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { resources } from '../../nodes/WtsChat/resources';
import type { Sandbox } from '../../playground/sandbox';
import { sessionAt, useSandbox } from '../support/account';
import { run } from '../support/engine';

const sandbox = useSandbox();

/** For every operation, realistic forms that between them fill in every field. */
const forms: Record<string, (account: Sandbox) => IDataObject[]> = {
	'session.transfer': ({ account }) => [
		{
			departmentId: account.departments[0]?.id,
			userId: account.agents[0]?.userId,
			options: { stopBotInExecution: true },
		},
	],
	'session.update': ({ account }) => [
		{
			updateFields: {
				classificationAmount: 1490.5,
				classificationCategory: 'WON',
				classificationDescription: 'Plano anual',
				departmentId: account.departments[0]?.id,
				endAt: '2026-09-15T13:00:00',
				metadata: { pairs: [{ key: 'pedido', value: '9876' }] },
				number: '2026-77',
				status: 'COMPLETED',
				userId: account.agents[0]?.userId,
			},
			options: { stopBotInExecution: false },
		},
		{ updateFields: { metadataJson: '{ "pedido": null }', clear: ['userId', 'departmentId'] } },
	],
};

const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({
		name: `${resource.value}.${operation.value}`,
		parameters: { resource: resource.value, operation: operation.value },
		fields: operation.fields,
	})),
);

/** Names of fields and of what stands in collections. */
function namesOf(fields: INodeProperties[]): string[] {
	return fields.flatMap((field) =>
		field.type === 'collection' ? namesOf(field.options as INodeProperties[]) : [field.name],
	);
}

test('every operation has forms here', () => {
	expect(Object.keys(forms).sort()).toEqual(operations.map(({ name }) => name).sort());
});

describe.each(operations)('$name', ({ name, parameters, fields }) => {
	test('sends what the contract knows, and gives out what the API answers', async () => {
		const account = sandbox();
		const sessionId = sessionAt(account, 0).id;
		for (const form of forms[name]?.(account) ?? []) {
			const outcome = await run({ parameters: { ...parameters, sessionId, ...form }, account });
			// the sandbox refuses whatever the contract does not know
			expect(outcome.error).toBeUndefined();
			expect(account.requests.at(-1)?.status).toBe(200);
			expect(outcome.items.map(({ json }) => json)).toMatchObject([{ id: sessionId }]);
		}
	});

	test('has a form for every field', () => {
		const filledIn = (forms[name]?.(sandbox()) ?? []).flatMap((form) =>
			Object.entries(form).flatMap(([field, value]) =>
				field === 'updateFields' || field === 'options'
					? Object.keys(value as IDataObject)
					: [field],
			),
		);
		expect([...new Set([...filledIn, 'sessionId'])].sort()).toEqual(
			[...new Set(namesOf(fields))].sort(),
		);
	});
});
