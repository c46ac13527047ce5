import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { wtsChat, wtsChatTrigger } from '../support/nodes';

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

/** All fields of a form, those in collections too. */
function allFields(fields: INodeProperties[]): INodeProperties[] {
	return fields.flatMap((field) =>
		field.type === 'collection' ? allFields(field.options as INodeProperties[]) : [field],
	);
}

/** What the fields of this type stand on, each once; numbers with their bounds. */
function standingOn(type: string, form = properties): string[] {
	const shown = allFields(form)
		.filter((field) => field.type === type)
		.map(({ name, default: standing, typeOptions: { minValue, maxValue } = {} }) =>
			type === 'number'
				? `${name}: ${String(standing)} of ${minValue ?? ''}..${maxValue ?? ''}`
				: `${name}: ${String(standing)}`,
		);
	return [...new Set(shown)].sort();
}

test('each number stands on what is usual, within what is possible', () => {
	expect(standingOn('number')).toEqual([
		'askAgain: 1 of 0..10',
		'classificationAmount: 0 of ..',
		'concurrency: 10 of 1..50',
		'delayTyping: 3 of 0..25',
		'deliverySeconds: 60 of 0..',
		'inactivityTimeInMinutes: 15 of 0..',
		'lastMessages: 20 of 1..',
		'lastMessages: 50 of 1..',
		'limit: 50 of 1..',
		'maxFileSize: 20 of 1..',
		'maximumDurationInMinutes: 60 of 0..',
		'messagesPerMinute: 20 of 1..',
		'monetaryAmount: 0 of ..',
		'position: 0 of 0..',
		'resumeAmount: 24 of 1..',
		'retries: 3 of 0..10',
		'splitLength: 600 of 1..',
		'timeout: 30 of 1..600',
	]);
	expect(standingOn('number', wtsChatTrigger.description.properties)).toEqual([
		'catchUpEvents: 500 of 1..',
		'catchUpHours: 24 of 1..',
		'maxFileSize: 20 of 1..',
		'minutes: 30 of 1..10080',
		'mostSeconds: 30 of 1..120',
		'personMinutes: 60 of 1..',
		'quietSeconds: 5 of 1..60',
		'transcriptionSeconds: 60 of 1..',
	]);
});

test('a switch that somebody adds is on, and of the others only some', () => {
	const off = (form = properties) =>
		standingOn('boolean', form).filter((field) => !field.endsWith(': true'));
	expect(off()).toEqual(['archived: false', 'returnAll: false', 'waitForDelivery: false']);
	expect(off(wtsChatTrigger.description.properties)).toEqual(['officeHoursOnly: false']);
});

test('each choice stands on what is wanted most, or does the least', () => {
	const choices = standingOn('options').filter((field) => !field.startsWith('operation: '));
	expect(choices).toEqual([
		'accessStatus: Active',
		'availability: AVAILABLE',
		'channelScope: ALL',
		'classificationCategory: WON',
		'color: GRAY_600',
		'content: text',
		'direction: DESCENDING',
		'entityType: CONTACT',
		'field: createdAt',
		'fileSource: none',
		'fileSource: url',
		'fileType: DOCUMENT',
		'ifWindowClosed: queue',
		'membershipAction: Upsert',
		'messageType: TEMPLATE',
		'origin: CREATED_BY_USER',
		'output: simplified',
		'panelType: SALES',
		'platform: All',
		'profile: Agent',
		'ratingScale: oneToFive',
		'readThrough: message',
		'resource: message',
		'responseType: freeText',
		'restrictionType: NONE',
		'resumeUnit: hours',
		'sendTo: contact',
		'sessionResolution: RETURN_TO_PENDING',
		'sessionType: INDIVIDUAL',
		'specifyCustomFields: none',
		'specifyParameters: fields',
		'splitInto: paragraphs',
		'status: ACTIVE',
		'status: COMPLETED',
		'status: OPEN',
		'status: PENDING',
		'status: SCHEDULED',
		'tagOperation: INSERTIFNOTEXISTS',
		'tagOperation: InsertIfNotExists',
		'templateFileSource: none',
		'templateFileSource: url',
		'templateUse: ATTENDANCE',
	]);
});
