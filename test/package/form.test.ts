import { ESLint } from 'eslint';
import nodesBase from 'eslint-plugin-n8n-nodes-base';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { documentOf } from '../../contract/reader';
import { formOf } from '../../nodes/WtsChat/fields/field';
import { dropdownMethodOf, searchMethodOf } from '../../nodes/WtsChat/pickers/picker';
import { pickers, type PickerName } from '../../nodes/WtsChat/pickers/table';
import { resources } from '../../nodes/WtsChat/resources';
import { allFields } from '../support/fields';
import { wtsChat, wtsChatApi, wtsChatMemory, wtsChatTrigger } from '../support/nodes';
import { projectFolder } from '../support/package';

const pickerNames = Object.keys(pickers) as PickerName[];

/** What n8n's rules for nodes say of these fields, written out as the literals that the rules can read. */
async function complaintsAbout(fields: object[]): Promise<string[]> {
	const eslint = new ESLint({
		cwd: projectFolder,
		overrideConfigFile: true,
		overrideConfig: [
			{
				files: ['**/*.js'],
				plugins: { 'n8n-nodes-base': nodesBase },
				rules: {
					...nodesBase.configs.nodes.rules,
					// contradicts n8n's strict configuration, see eslint.extra.config.mjs
					'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
					// resources, operations, events and collections stand by use, what is wanted most first
					'n8n-nodes-base/node-param-collection-type-unsorted-items': 'off',
					'n8n-nodes-base/node-param-options-type-unsorted-items': 'off',
					'n8n-nodes-base/node-param-multi-options-type-unsorted-items': 'off',
					// labels are plain nouns; the descriptions say that expressions may give IDs
					'n8n-nodes-base/node-param-display-name-wrong-for-dynamic-options': 'off',
					'n8n-nodes-base/node-param-display-name-wrong-for-dynamic-multi-options': 'off',
				},
			},
		],
	});
	const source = `const properties = ${JSON.stringify(fields, null, 2)};`
		// the rules know properties by identifiers, not by strings
		.replace(/^(\s*)"(\w+)":/gm, '$1$2:');
	const [result] = await eslint.lintText(source, { filePath: 'nodes/WtsChat/Form.js' });
	const lines = source.split('\n');
	return (result?.messages ?? []).map(
		({ line, message }) => `${lines[line - 1]?.trim()} ${message}`,
	);
}

test.each([wtsChat, wtsChatTrigger, wtsChatMemory])(
	"the whole form of $description.name keeps n8n's rules",
	async ({ description }) => {
		expect(await complaintsAbout(description.properties)).toEqual([]);
	},
);

test('the node opens on sending a text, every other resource on what does no harm, and the trigger on messages', () => {
	const menus = wtsChat.description.properties.filter(({ name }) => name === 'operation');
	const first = Object.fromEntries(
		menus.map(({ displayOptions, default: chosen }) => [
			String(displayOptions?.show?.resource),
			String(chosen),
		]),
	);
	const { message, file, ...others } = first;
	expect(wtsChat.description.properties[0]?.default).toBe('message');
	expect([message, file]).toEqual(['sendText', 'upload']);
	expect(Object.values(others).filter((chosen) => !/^(get|create|isOpen)/.test(chosen))).toEqual(
		[],
	);
	const [events] = wtsChatTrigger.description.properties;
	expect(events?.options?.[0]).toMatchObject({ value: 'MESSAGE_RECEIVED' });
});

test('what people choose among stands by its label, but for what stands by use', () => {
	const byUse = ['resource', 'operation', 'events'];
	const lists = [wtsChat, wtsChatTrigger]
		.flatMap(({ description }) => allFields(description.properties))
		.filter(
			({ type, name, options }) =>
				/options$/i.test(type) && !byUse.includes(name) && (options?.length ?? 0) > 4,
		)
		.map(({ options }) => options!.map(({ name }) => name));
	expect(lists.length).toBeGreaterThan(10);
	for (const names of lists) {
		expect(names).toEqual(
			[...names].sort((one, other) => one.localeCompare(other, undefined, { numeric: true })),
		);
	}
});

test('the linting of the form finds what is wrong', async () => {
	const wrong = { displayName: 'session id', name: 'sessionId', type: 'string', default: 0 };
	expect(await complaintsAbout([wrong])).toEqual(
		expect.arrayContaining([
			expect.stringContaining('title case'),
			expect.stringContaining('string default'),
		]),
	);
});

test('a field keeps its name and type wherever it stands, so that switching the operation keeps its value', async () => {
	const kinds = new Map<string, Set<string>>();
	for (const field of wtsChat.description.properties) {
		for (const { name, type } of allFields([field])) {
			const place = name === field.name ? name : `${field.name}.${name}`;
			kinds.set(place, (kinds.get(place) ?? new Set()).add(type));
		}
	}
	expect([...kinds].filter(([, types]) => types.size > 1)).toEqual([]);
});

test.each([wtsChat, wtsChatTrigger])(
	'no list that $description.name shows at once is asked for before n8n has chosen the credential',
	async ({ description }) => {
		const lists = description.properties.filter(
			({ type, typeOptions, displayOptions }) =>
				/options$/i.test(type) &&
				typeOptions?.loadOptionsMethod &&
				!Object.values(displayOptions?.hide ?? {}).some((hiding) => hiding?.includes('')),
		);
		expect(lists.map(({ name }) => name)).toEqual([]);
	},
);

test('no dynamic form shows a mapping mode, beside which n8n puts errors in red', () => {
	const dynamic = wtsChat.description.properties.filter(({ type }) => type === 'resourceMapper');
	expect(dynamic.length).toBeGreaterThan(5);
	for (const { typeOptions } of dynamic) {
		expect(typeOptions?.resourceMapper?.supportAutoMap).toBe(false);
	}
});

test('a record is named in one field, whether by ID or by name', () => {
	const labels = [wtsChat, wtsChatTrigger]
		.flatMap(({ description }) => allFields(description.properties))
		.map(({ displayName }) => displayName);
	expect(labels).toContain('Tags');
	expect(labels.filter((label) => / by (Name|Email|Phone Number)$/.test(label))).toEqual([]);
});

test('wherever a template is chosen, its form knows of its file and asks for it', () => {
	const { properties } = wtsChat.description;
	const forms = properties.filter(({ name }) => name === 'templateParameters');
	const needed = properties.filter(
		({ name, displayOptions }) =>
			name === 'templateFileSource' &&
			displayOptions?.show?.['/templateParameters.schema[0].id']?.includes('text:IMAGE'),
	);
	const operations = (fields: typeof properties) =>
		fields.map(({ displayOptions }) => [
			displayOptions?.show?.resource,
			displayOptions?.show?.operation,
		]);
	expect(forms.length).toBeGreaterThan(5);
	expect(operations(needed)).toEqual(operations(forms));
});

test('what follows from a choice is shown for its own operation only, also where an expression chooses', () => {
	const shown = wtsChat.description.properties.filter(({ name }) => name === 'templateParameters');
	for (const { displayOptions } of shown) {
		expect(Object.keys(displayOptions?.show ?? {}).slice(0, 2)).toEqual(['resource', 'operation']);
	}
});

test('a record is picked from its list first, and can be given otherwise', async () => {
	const locators = allFields(wtsChat.description.properties).filter(
		({ type }) => type === 'resourceLocator',
	);
	expect(locators.length).toBeGreaterThan(100);
	// whom a message goes to stands in the items of most workflows
	const recipients = locators.filter(({ name }) => name === 'to');
	expect(recipients.length).toBeGreaterThan(10);
	for (const { default: chosen, modes } of recipients) {
		expect(chosen).toEqual({ mode: 'phone', value: '' });
		expect(modes?.map(({ name }) => name)).toEqual(['phone', 'list']);
	}
	// n8n's memories take the session of the item as well
	const fromItem = { mode: 'id', value: '={{ $json.sessionId }}' };
	const subjects = locators.filter(({ name, required }) => name === 'sessionId' && required);
	expect(subjects.length).toBeGreaterThan(10);
	for (const { default: chosen } of subjects) expect(chosen).toEqual(fromItem);
	const records = locators.filter((one) => !recipients.includes(one) && !subjects.includes(one));
	const others = records.filter(
		({ default: chosen, modes = [] }) =>
			(chosen as { mode: string }).mode !== 'list' || modes[0]?.name !== 'list' || modes.length < 2,
	);
	expect(others.map(({ name }) => name)).toEqual([]);
});

const allOfBothNodes = [wtsChat, wtsChatTrigger].flatMap(({ description }) =>
	allFields(description.properties),
);

test('options stand below how a list is filtered and sorted', () => {
	const isOf = (field: INodeProperties, operation: string) =>
		`${field.displayOptions?.show?.resource}.${field.displayOptions?.show?.operation}` ===
		operation;
	const { properties } = wtsChat.description;
	const operations = resources.flatMap((resource) =>
		resource.operations.map(({ value }) => `${resource.value}.${value}`),
	);
	const wrong = operations.filter((operation) => {
		const names = properties.filter((field) => isOf(field, operation)).map(({ name }) => name);
		return names.includes('options') && names.indexOf('sort') > names.indexOf('options');
	});
	expect(wrong).toEqual([]);
});

/** What the editor has room for beside a record: 48 pixels, as measured in it. */
const FITS = ['From List', 'By ID', 'By Key', 'Phone', 'Contact', 'Name', 'Email', 'Number'];

test('no way to give a record has a name that the editor would cut', () => {
	const names = allOfBothNodes.flatMap(({ modes = [] }) => modes.map((mode) => mode.displayName));
	expect([...new Set(names)].sort()).toEqual([...FITS].sort());
});

/** What the records of each list are called. */
const NOUNS: Record<string, string> = {
	allUsers: 'User',
	cardNotes: 'Note',
	cards: 'Card',
	channels: 'Channel',
	chatbots: 'Chatbot',
	contacts: 'Contact',
	departments: 'Department',
	lostReasons: 'Lost Reason',
	otpTemplates: 'Template',
	panelTags: 'Tag',
	panels: 'Panel',
	pendingMessages: 'Scheduled Message',
	portfolios: 'Portfolio',
	recipients: 'To',
	scheduledMessages: 'Scheduled Message',
	senders: 'From',
	sequences: 'Sequence',
	sessions: 'Session',
	steps: 'Step',
	subscriptions: 'Subscription',
	tags: 'Tag',
	templates: 'Template',
	users: 'User',
	webhookEvents: 'Event',
};

/** The picker that a field lists; undefined where it has none. */
function pickerOf({ typeOptions, modes }: INodeProperties): PickerName | undefined {
	const list = modes?.find(({ name }) => name === 'list');
	const method = typeOptions?.loadOptionsMethod ?? list?.typeOptions?.searchListMethod;
	return pickerNames.find((name) =>
		[dropdownMethodOf(name), searchMethodOf(name)].includes(String(method)),
	);
}

/** Fields that go by another name where another one would be taken for them. */
const CALLED_BY_PLACE = {
	departmentIds: ['Default Departments', 'Departments'],
	direction: ['Direction', 'Message Direction'],
	events: ['Events', 'Trigger On'],
	tagIds: ['Tags', 'Contact Tags'],
	text: ['Text', 'Caption'],
};

describe('labels are plain nouns', () => {
	test('what is picked from a list is called what it is, wherever it is picked', () => {
		const picked = allOfBothNodes.filter((field) => pickerOf(field));
		expect(picked.length).toBeGreaterThan(150);
		const others = picked.filter((field) => {
			const noun = NOUNS[pickerOf(field) ?? ''];
			const label = field.type === 'multiOptions' ? `${noun}s` : noun;
			return !new RegExp(`(^| )${label}$`).test(field.displayName);
		});
		expect(others.map(({ displayName }) => displayName)).toEqual([]);
	});

	test('a field is called the same wherever it stands', () => {
		const labels = new Map<string, Set<string>>();
		for (const { name, displayName } of allOfBothNodes) {
			labels.set(name, (labels.get(name) ?? new Set()).add(displayName));
		}
		const several = [...labels].filter(([, all]) => all.size > 1);
		expect(Object.fromEntries(several.map(([name, all]) => [name, [...all]]))).toEqual(
			CALLED_BY_PLACE,
		);
	});

	test('only what is typed as an ID is called an ID', () => {
		const typed = allOfBothNodes.filter(({ displayName }) => /\bIDs?\b/.test(displayName));
		expect(typed.filter(({ type }) => type !== 'string')).toEqual([]);
	});
});

describe('a collection stands by use', () => {
	const collections = allOfBothNodes
		.filter(({ type }) => type === 'collection')
		.map(({ options = [] }) => options.map((member) => (member as INodeProperties).displayName));

	/** What stands at the beginning and at the end, wherever it stands. */
	const ENDS = [
		/^(Name|Title|Phone Number|Email)$/,
		/./,
		/^(?!Scheduled).* (After|Before)$/,
		/^Clear$/,
		/^UTM /,
	];
	const rankOf = (label: string) => {
		const named = ENDS.findIndex((end, rank) => rank !== 1 && end.test(label));
		return named < 0 ? 1 : named;
	};

	test('with names and numbers first, dates later, and UTM last', () => {
		const ranks = collections.map((labels) => labels.map(rankOf));
		expect(ranks.map((some) => [...some].sort())).toEqual(ranks);
		expect(ranks.some((some) => some.includes(4))).toBe(true);
	});

	test('and what belongs together stands together', () => {
		const GROUPS =
			/^(UTM|Classification|Distribution|Skip|Catch Up|Ask Again|Department|User|\w+ Metadata|.+(?= (After|Before)$)|.+(?= \(JSON\)$))/;
		for (const labels of collections) {
			const groups = labels.map((label) => GROUPS.exec(label)?.[1] ?? label);
			const runs = groups.filter((group, n) => group !== groups[n - 1]);
			expect(runs).toEqual([...new Set(runs)]);
		}
	});
});

test('one request for all items is an option of every operation that has it', () => {
	const offered = resources.flatMap(({ operations }) =>
		operations.map((operation) => ({
			value: operation.value,
			batched: 'batch' in operation && operation.batch !== undefined,
			places: formOf(operation.fields)
				.filter((field) => allFields([field]).some(({ name }) => name === 'batching'))
				.map(({ name }) => name),
		})),
	);
	expect(offered.filter(({ batched }) => batched).length).toBeGreaterThan(5);
	expect(
		offered.filter(({ batched, places }) => places.join() !== (batched ? 'options' : '')),
	).toEqual([]);
});

test('a list is sorted by one of the properties that it names', () => {
	const sorts = allOfBothNodes.filter(({ name }) => name === 'sort');
	const fields = sorts.map(({ options = [] }) => options[0] as INodeProperties);
	expect(fields.length).toBeGreaterThan(10);
	expect(fields.filter(({ name, type }) => name !== 'field' || type !== 'options')).toEqual([]);
});

/** All labels and explanations inside a description, however deep; not what stands in fields as an example. */
function wordsIn(value: unknown, key = ''): string[] {
	if (typeof value === 'string') {
		return ['displayName', 'name', 'description', 'action', 'hint'].includes(key) ? [value] : [];
	}
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, inside]) => wordsIn(inside, name));
}

test("the interface is in English; only the way through the platform's own menus is not", async () => {
	const words = wordsIn([
		wtsChat.description,
		wtsChatTrigger.description,
		wtsChatMemory.description,
		wtsChatApi.properties,
	]);
	expect(words).toContain('Send and Wait for Reply');
	const MENUS = 'Ajustes → Integrações → Integração via API → Novo';
	const foreign = words.filter((text) =>
		/[\u00C0-\u017F]|\b(de|para|uma)\b/i.test(text.replace(MENUS, '')),
	);
	expect(foreign).toEqual([]);
});

test('the interface is in American spelling', () => {
	const words = wordsIn([wtsChat.description, wtsChatTrigger.description, wtsChatApi.properties]);
	const BRITISH =
		/\b(enrol|\w*(colour|behaviour|favour|organis|recognis|labelled|cancelled|cancelling)\w*|centre|grey|licence|whilst)\b/i;
	expect(words.filter((text) => BRITISH.test(text))).toEqual([]);
});

describe('the options of an enum are those of the contract, all of them', () => {
	test.each([
		['session', 'status', 'chat', 'SessionStatus'],
		['session', 'classificationCategory', 'chat', 'ClassificationCategory'],
		['card', 'status', 'crm', 'CardStatus'],
		['card', 'statuses', 'crm', 'CardStatus'],
		['card', 'tagOperation', 'crm', 'CardTagOperation'],
		['panel', 'panelType', 'crm', 'PanelType'],
		['scheduledMessage', 'messageType', 'chat', 'ScheduledMessageType'],
		['scheduledMessage', 'status', 'chat', 'ScheduledMessageStatus'],
	] as const)('%s %s', async (resource, name, document, schema) => {
		const fieldsOfResource = wtsChat.description.properties.filter(({ displayOptions }) =>
			displayOptions?.show?.resource?.includes(resource),
		);
		const field = allFields(fieldsOfResource).find((candidate) => candidate.name === name);
		const values = documentOf(document).components?.schemas?.[schema] as { enum: string[] };
		expect((field?.options as INodePropertyOptions[]).map(({ value }) => value).sort()).toEqual(
			[...values.enum].sort(),
		);
	});
});
