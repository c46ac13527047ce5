import { deliveryIn } from '../../nodes/WtsChat/events/delivery';
import { nameOf, type Property } from '../../nodes/WtsChat/fields/properties';
import { resources } from '../../nodes/WtsChat/resources';
import { noReply, replyItem } from '../../nodes/WtsChat/replies/replyItem';
import { outputOf } from '../../nodes/WtsChat/trigger/output';
import { messageEventSchema, schemaOf, wholeSchemaOf, type Schema } from '../../tools/schemas/schema';
import { wtsChat } from '../support/nodes';
import { holdAgainstSchema } from '../support/outputSchemas';

const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => [`${resource.value}.${operation.value}`, operation] as const),
);

/** The schemas that stand in one. */
function within(schema: Schema): Schema[] {
	const parts = [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])];
	return [schema, ...parts.flatMap(within)];
}

test.each(operations)('%s has a schema that the editor can show', (_, operation) => {
	const schema = schemaOf(operation);
	expect(Object.keys(schema.properties ?? {})).not.toEqual([]);
	for (const { type } of within(schema)) {
		expect(['array', 'boolean', 'integer', 'number', 'object', 'string']).toContain(type);
	}
});

test('every property of a short form is one of a record that it serves', () => {
	const known = new Map<Property[], Set<string>>();
	for (const [, operation] of operations) {
		const { shortForm = [] } = operation.fields.output ?? {};
		const { properties = {} } = wholeSchemaOf(operation);
		known.set(shortForm, new Set([...(known.get(shortForm) ?? []), ...Object.keys(properties)]));
	}
	const unknown = [...known].flatMap(([shortForm, names]) =>
		shortForm.map(nameOf).filter((name) => !names.has(name)),
	);
	expect(unknown).toEqual([]);
});

test('n8n hides the password of an OTP where executions are shown, and nothing else', () => {
	const hidden = wtsChat.description.sensitiveOutputFields ?? [];
	const hiding = operations.filter(([, operation]) =>
		Object.keys(wholeSchemaOf(operation).properties ?? {}).some((name) => hidden.includes(name)),
	);
	expect(hiding.map(([name]) => name).sort()).toEqual(['otp.getStatus', 'otp.send']);
});

test('a record that its schema does not know is found', () => {
	const parameters = { resource: 'session', operation: 'get' };
	const told = (json: object) => () => holdAgainstSchema(parameters, [{ json: { ...json } }]);
	expect(told({ id: '1', status: 'PENDING', window: 'open', userName: null })).not.toThrow();
	expect(told({ id: 1 })).toThrow('output/id must be string');
	expect(told({ windowStatus: 'ACTIVE' })).toThrow('must NOT have additional properties');
	expect(told({ window: 'ajar' })).toThrow('output/window must be equal to one of');
});

test('a message that starts a workflow is as the schema of the trigger says', () => {
	const { properties = {} } = messageEventSchema();
	const content = { id: '1', sessionId: '2', text: 'Oi', direction: 'FROM_HUB', type: 'TEXT' };
	const session = { contactId: '3', contactDetails: { name: 'Júlia', phonenumber: null } };
	const event = { eventType: 'MESSAGE_RECEIVED', date: '2026-11-30T12:00:00Z', content };
	const names = Object.keys(outputOf(deliveryIn(event)!, true, session));
	expect(names.filter((name) => !(name in properties))).toEqual([]);
	expect(names.slice(0, 7)).toEqual(Object.keys(properties).slice(0, 7));
});

test('a reply, and none, is as the schema of the question says', () => {
	const message = { id: '1', sessionId: '2', type: 'TEXT', text: 'Sim', createdAt: '2026-11-30T12:00:00Z' };
	const question = { sessionId: '2', messageId: '1' };
	const items = [
		replyItem(message, { isApproval: false }),
		replyItem({ ...message, details: { file: { id: '3' } } }, { answers: ['Sim', 'Não'], isApproval: false }),
		replyItem({ ...message, text: null }, { answers: ['Sim', 'Não'], isApproval: true }),
		noReply(question),
	];
	const parameters = { resource: 'message', operation: 'sendAndWait' };
	expect(() => holdAgainstSchema(parameters, items.map((json) => ({ json })))).not.toThrow();
});
