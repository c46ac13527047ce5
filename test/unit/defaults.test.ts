import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { wtsChat } from '../support/nodes';

const { properties } = wtsChat.description;

/** What all fields of this name stand on in a new node. */
function defaultsOf(name: string, fields: INodeProperties[] = properties): unknown[] {
	const found = fields.filter((field) => field.name === name);
	if (found.length === 0) throw new Error(`No form has a field ${name}`);
	return [...new Set(found.map((field) => field.default))];
}

test.each([
	['tags are added to those that are there', 'tagOperation', 'InsertIfNotExists'],
	['members are added to those that are there', 'membershipAction', 'Upsert'],
	['a user may enter the account', 'accessStatus', 'Active'],
	['a new user is an agent', 'profile', 'Agent'],
	['messages go to a contact', 'sendTo', 'contact'],
	['messages are texts', 'content', 'text'],
	['any reply is an answer', 'responseType', 'freeText'],
	['a template is scheduled', 'messageType', 'TEMPLATE'],
	['the parameters of a template have fields', 'specifyParameters', 'fields'],
	['the custom fields of contacts are read', 'entityType', 'CONTACT'],
	['lists are read up to a limit', 'returnAll', false],
	['the limit of a list is 50', 'limit', 50],
	['records come out short', 'simplify', true],
	['agents read records short', 'output', 'simplified'],
])('unless somebody chooses otherwise, %s', (_promise, name, value) => {
	expect(defaultsOf(name)).toEqual([value]);
});

test.each(['members', 'departments'])('new %s take conversations and oversee nothing', (name) => {
	const rows = properties
		.filter((field) => field.name === name)
		.map(({ options }) => (options as INodePropertyCollection[])[0]!.values);
	for (const fields of rows) {
		expect(defaultsOf('isAgent', fields)).toEqual([true]);
		expect(defaultsOf('isSupervisor', fields)).toEqual([false]);
	}
	expect(rows.length).toBeGreaterThan(0);
});

test('the session is that of the item', () => {
	expect(defaultsOf('sessionId')).toEqual([{ mode: 'id', value: '={{ $json.sessionId }}' }]);
});

test.each(['contactId', 'cardId', 'from', 'templateId', 'tagId'])(
	'%s stands on its list, which is empty',
	(name) => {
		expect(defaultsOf(name).map((value) => JSON.stringify(value))).toEqual([
			'{"mode":"list","value":""}',
		]);
	},
);
