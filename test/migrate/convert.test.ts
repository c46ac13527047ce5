import type { IDataObject } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertWorkflow } from '../../tools/migrate/convert';
import type { Finding } from '../../tools/migrate/findings';
import { OPERATIONS } from '../../tools/migrate/httpRequests';
import type { SavedNode, SavedWorkflow } from '../../tools/migrate/workflow';
import { projectFolder } from '../support/package';
import { item } from './item';
import {
	computed,
	english,
	exported,
	FILES,
	isOld,
	migrated,
	migratedNode,
	nodeNamed,
} from './support';

const wordsOf = ({ findings }: { findings: Finding[] }) =>
	findings.map(({ what }) => english(what)).join('\n');

const parametersOf = (parameters: IDataObject) =>
	migratedNode(parameters).node.parameters as IDataObject;

describe('what is no part of the old node stays as it is', () => {
	test.each(FILES.filter((file) => file !== 'campaign'))('%s', (file) => {
		const before = exported(file);
		const { workflow: after } = migrated(file);
		const others = ({ nodes, ...rest }: SavedWorkflow) => ({
			...rest,
			nodes: nodes.map((node) => (oldNames.has(node.name) ? settingsOf(node) : node)),
		});
		const oldNames = new Set(before.nodes.filter(isOld).map(({ name }) => name));
		expect(others(after)).toEqual(others(before));
	});

	function settingsOf(node: SavedNode) {
		const converted = ['type', 'typeVersion', 'parameters', 'credentials'];
		return Object.entries(node).filter(([name]) => !converted.includes(name));
	}

	test('the converted nodes have the new type and no old credential', () => {
		const { workflow, converted } = migrated('orders');
		expect(converted).toHaveLength(8);
		for (const name of converted) {
			const node = nodeNamed(workflow, name);
			expect(node).toMatchObject({ type: 'n8n-nodes-wts-chat.wtsChat', typeVersion: 1 });
			expect(node).not.toHaveProperty('credentials');
		}
		expect(nodeNamed(workflow, 'Ler mensagem').disabled).toBe(true);
		expect(nodeNamed(workflow, 'Avisar por texto')).toMatchObject({
			onError: 'continueRegularOutput',
			notes: 'Só em horário comercial',
		});
	});
});

describe('several contacts in one node', () => {
	const { workflow } = migrated('campaign');

	test('become one item each by two nodes before it', () => {
		const [before] = workflow.connections?.['Tirar da sequência']?.main ?? [];
		expect(before).toEqual([{ node: 'Contacts of Incluir vários', type: 'main', index: 0 }]);
		const path = ['Contacts of Incluir vários', 'One Item per Contact of Incluir vários'];
		const next = path.map((name) => workflow.connections?.[name]?.main?.[0]?.[0]?.node);
		expect(next).toEqual([path[1], 'Incluir vários']);
		expect(workflow.connections?.['Incluir vários']?.main?.[0]?.[0]?.node).toBe('Incluir um só');
	});

	test('are computed where the data of the old node are', () => {
		const list = nodeNamed(workflow, 'Contacts of Tirar vários').parameters?.jsonOutput;
		expect(computed(list, item)).toEqual({
			sequence: item.sequencia ?? '',
			contact: item.contatos,
		});
	});

	test('the node is left alone where IDs and numbers are mixed', () => {
		const parameters = {
			resource: 'sequence',
			operation: 'addContactsToSequence',
			contactsId: { contactId: ['a'] },
			phonenumbers: { phonenumber: ['1'] },
		};
		const result = migratedNode(parameters);
		expect(result).toMatchObject({ converted: [], untouched: ['WTS'], node: { parameters } });
		expect(result.node).toMatchObject({ type: 'n8n-nodes-wts.wtsChat' });
		expect(wordsOf(result)).toContain('takes two nodes');
	});
});

describe('lists', () => {
	const list = (parameters: IDataObject) =>
		parametersOf({ resource: 'session', operation: 'listSessions', ...parameters });

	test.each([
		[{}, { returnAll: false, limit: 15 }],
		[{ pageSize: 50 }, { returnAll: false, limit: 50 }],
		[
			{ pageNumber: 3, pageSize: 10 },
			{ returnAll: false, limit: 30 },
		],
		[{ pageNumber: '={{ $json.page }}' }, { returnAll: true }],
		[{ autoPagination: true }, { returnAll: false, limit: 1000 }],
		[{ autoPagination: true, maxPage: 50 }, { returnAll: true }],
		[{ autoPagination: '={{ $json.all }}' }, { returnAll: true }],
	])('%j is %j', (before, after) => {
		const { returnAll, limit } = list(before) as { returnAll: boolean; limit?: number };
		expect({ returnAll, ...(limit !== undefined && { limit }) }).toEqual(after);
	});

	test('an expression for the pages stays one', () => {
		const { limit } = list({ autoPagination: true, maxPage: '={{ $json.pages }}' });
		expect(computed(limit, { pages: 3 })).toBe(300);
	});

	test('names the nodes that take the old page apart', () => {
		const { findings } = migrated('report');
		const readers = findings.filter(({ what }) => english(what).startsWith('These nodes'));
		expect(readers.map(({ node, what }) => [node, english(what)])).toEqual([
			['Listar conversas', "These nodes take the old page apart: 'Separar conversas', 'Contar'."],
			['Listar mensagens', "These nodes take the old page apart: 'Contar'."],
			['Listar contatos', "These nodes take the old page apart: 'Tem contatos?'."],
		]);
	});

	test.each([
		["={{ $node['Listar'].json['items'][0].id }}", true],
		['={{ $("Listar").item.json.totalItems }}', true],
		['={{ $items("Listar")[0].json.items }}', true],
		['={{ $("Listar").item.json.id }}', false],
		['={{ $("Outra").item.json.items }}', false],
	])('a far node with %s: %s', (text, named) => {
		const result = convertWorkflow({
			nodes: [
				{ name: 'Listar', type: 'n8n-nodes-wts.wtsChat', parameters: {} },
				{ name: 'Longe', type: 'n8n-nodes-base.set', parameters: { value: text } },
			],
		});
		expect(wordsOf(result).includes("'Longe'")).toBe(named);
	});
});

describe('values that mean nothing', () => {
	test('are left out when something is made or sent', () => {
		expect(
			parametersOf({
				resource: 'message',
				operation: 'sendText',
				botId: 'NOT_SEND',
				channelId: 'NOT_SEND',
				departmentId: 'NOT_SEND',
				userIdByDepartment: 'NOT_SEND',
				numberToSend: '11900000001',
				textMessage: 'Olá',
			}),
		).toEqual({
			resource: 'message',
			operation: 'send',
			content: 'text',
			to: { __rl: true, mode: 'phone', value: '11900000001' },
			text: 'Olá',
			simplify: false,
			options: { enableBot: false, forceStartSession: false, hiddenSession: false },
		});
	});

	test('clear when something is updated', () => {
		const { updateFields } = parametersOf({
			resource: 'session',
			operation: 'updateSession',
			sessionId: '1',
			fieldsUpdate: ['DepartmentId', 'UserId', 'EndAt', 'Number', 'Metadata'],
			departmentIdUpdatedSession: 'NOT_SEND',
			endAt: '',
			metadataUpdateSession: {},
		});
		expect(updateFields).toEqual({
			clear: ['departmentId', 'endAt', 'metadata', 'number', 'userId'],
		});
	});

	test('in an expression become an empty text, which is said', () => {
		const result = migratedNode({
			resource: 'session',
			operation: 'listSessions',
			userId: "={{ $json.user || 'NOT_SEND' }}",
		});
		expect(result.node.parameters).toMatchObject({
			filters: { userId: { __rl: true, mode: 'id', value: "={{ $json.user || '' }}" } },
		});
		expect(wordsOf(result)).toContain("The expression in 'userId' could give NOT_SEND");
	});

	test('in an expression of an update are said', () => {
		const result = migratedNode({
			resource: 'session',
			operation: 'updateSession',
			sessionId: '1',
			fieldsUpdate: ['UserId'],
			usersUpdateSession: "={{ $json.user || 'NOT_SEND' }}",
		});
		expect(wordsOf(result)).toContain('emptied the attribute');
	});

	test('fields that the list of an update does not name are not written', () => {
		const { updateFields } = parametersOf({
			resource: 'panel',
			operation: 'updateCard',
			cardIdUpdateCard: '1',
			fieldsUpdateCard: ['Title', 'Archived'],
			titleCardUpdateCard: 'Novo',
			descriptionUpdateCard: 'not chosen',
		});
		expect(updateFields).toEqual({ title: 'Novo', status: 'OPEN' });
	});

	test('where an expression chose the fields, those with a value are written', () => {
		const result = migratedNode({
			resource: 'panel',
			operation: 'updateCard',
			cardIdUpdateCard: '1',
			fieldsUpdateCard: '={{ $json.fields }}',
			titleCardUpdateCard: 'Novo',
		});
		expect(result.node.parameters?.updateFields).toEqual({ title: 'Novo' });
		expect(wordsOf(result)).toContain("An expression in 'fieldsUpdateCard'");
	});
});

describe('collections that are expressions', () => {
	const rows = [
		{ key: 'plano', value: 'Anual' },
		{ key: 'cnpj', value: '1' },
	];

	test('custom fields become an object', () => {
		const { customFieldsJson } = parametersOf({
			operation: 'createContact',
			customFields: '={{ { customFields: $json.rows } }}',
		});
		const made = computed(customFieldsJson, { rows });
		expect(made).toEqual({ plano: 'Anual', cnpj: '1' });
	});

	test('those of a card become an object of lists', () => {
		const { customFieldsJson } = parametersOf({
			resource: 'panel',
			operation: 'createCard',
			customFieldsPanel: '={{ { customFields: $json.rows } }}',
		});
		const made = computed(customFieldsJson, { rows });
		expect(made).toEqual({ plano: ['Anual'], cnpj: ['1'] });
	});

	test('several files become a text with commas', () => {
		const { fileUrls } = parametersOf({
			resource: 'panel',
			operation: 'createAnnotationFile',
			cardId: '1',
			fileUrls: '={{ { fileUrl: $json.urls } }}',
		});
		expect(computed(fileUrls, { urls: ['https://a', 'https://b'] })).toBe('https://a,https://b');
	});

	test('keys and texts with braces and quotes survive', () => {
		const { customFieldsJson } = parametersOf({
			operation: 'createContact',
			customFields: {
				customFields: [
					{ key: '=campo-{{ $json.n }}', value: '={{ $json.value }}' },
					{ key: 'fixo', value: 'um "texto" com {{ chaves }} e }}' },
				],
			},
		});
		expect(computed(customFieldsJson, { n: 1, value: 'x' })).toEqual({
			'campo-1': 'x',
			fixo: 'um "texto" com {{ chaves }} e }}',
		});
	});
});

test('a list is sorted by the same property, in whatever capitals it was written', () => {
	const { sort } = parametersOf({
		resource: 'session',
		operation: 'listSessions',
		orderBy: ' createdat',
		orderDirection: 'DESCENDING',
	});
	expect(sort).toEqual({ field: 'createdAt', direction: 'DESCENDING' });
});

describe('what needs a look', () => {
	test.each<[string, IDataObject, Partial<SavedNode>]>([
		[
			'named the channel by its ID',
			{ resource: 'message', operation: 'sendText', channelId: '1' },
			{},
		],
		['named the chatbot by its ID', { resource: 'message', operation: 'sendText', botId: '1' }, {}],
		['replace those of a contact', { operation: 'createContact', upsert: true, tagIds: ['1'] }, {}],
		["'Upsert' was an expression", { operation: 'createContact', upsert: '={{ $json.u }}' }, {}],
		['goes on after errors', {}, { continueOnFail: true }],
		['goes on after errors', {}, { onError: 'continueErrorOutput' }],
		["'Retry On Fail'", {}, { retryOnFail: true }],
		['is not known to have it: colour', { colour: 'blue' }, {}],
		[
			'reads $parameter',
			{ resource: 'session', operation: 'getSessionById', sessionId: '={{ $parameter.x }}' },
			{},
		],
		['of the type WTS Chat API (wtsChatApi)', {}, {}],
		['Every item comes out', {}, {}],
		['one item per record', {}, {}],
		["'Session' was empty", { resource: 'session', operation: 'getSessionById' }, {}],
		['without a time zone', { createdAtAfter: '2026-03-01T00:00:00' }, {}],
		[
			'The field ReactivateDisabled is gone',
			{ resource: 'session', operation: 'updateSession', fieldsUpdate: ['ReactivateDisabled'] },
			{},
		],
		[
			'The list was sorted by "sobrenome"',
			{ resource: 'session', operation: 'listSessions', orderBy: 'sobrenome' },
			{},
		],
		['had the name updateTransfer', { resource: 'session', operation: 'updateTransfer' }, {}],
		['had no file', { resource: 'message', operation: 'sendFile' }, {}],
		[
			'has 4 files',
			{
				resource: 'panel',
				operation: 'createAnnotationFile',
				fileUrls: { fileUrl: ['a', 'b', 'c', 'd'] },
			},
			{},
		],
		[
			'Both a session and a number',
			{ resource: 'chatbot', operation: 'sendChatbot', sessionId: '1', numberToSend: '2' },
			{},
		],
		[
			'is taken as the ID',
			{ resource: 'message', operation: 'sendTemplate', templates: 'plain' },
			{},
		],
	])('says that it %s', (words, parameters, settings) => {
		expect(wordsOf(migratedNode(parameters, settings))).toContain(words);
	});

	test.each([
		[{ resource: 'message', operation: 'sendSticker' }],
		[{ resource: 'invoice' }],
		[{ resource: 'constructor' }],
		[{ operation: 'toString' }],
		[{ resource: '={{ $json.resource }}', operation: 'sendText' }],
	])('%j is left untouched and named', (parameters) => {
		const result = migratedNode(parameters);
		expect(result.node).toMatchObject({ type: 'n8n-nodes-wts.wtsChat', parameters });
		expect(result.untouched).toEqual(['WTS']);
		expect(wordsOf(result)).toContain('This node is still the old one.');
	});

	test('a node that uses the old credential only', () => {
		const { findings } = convertWorkflow({
			nodes: [
				{
					name: 'HTTP',
					type: 'n8n-nodes-base.httpRequest',
					credentials: { wtsApi: { id: '1', name: 'WTS' } },
				},
			],
		});
		expect(findings).toMatchObject([{ node: 'HTTP' }]);
	});

	describe('nodes that call the API by hand', () => {
		const told = (type: string, parameters: IDataObject) =>
			convertWorkflow({ nodes: [{ name: 'HTTP', type, parameters }] }).findings.map(
				({ node, todo }) => [node, english(todo)],
			);
		const api = 'https://api.helena.run';

		test.each([
			['n8n-nodes-base.httpRequest', { url: `${api}/chat/v2/session?PageSize=5` }, 'Get Many'],
			['n8n-nodes-base.httpRequest', { url: `=${api}/chat/v2/session/{{ $json.a?.b }}` }, 'Get'],
			[
				'n8n-nodes-base.httpRequestTool',
				{ url: 'https://api.wts.chat/chat/v1/session/1/transfer/', method: 'PUT' },
				'Transfer',
			],
			[
				'@n8n/n8n-nodes-langchain.toolHttpRequest',
				{ url: 'https://api-test.flw.chat/chat/v1/session/{id}/complete', method: 'PUT' },
				'Complete',
			],
		])('%s with %j could be Session → %s', (type, parameters, operation) => {
			expect(told(type, parameters)).toEqual([
				['HTTP', expect.stringContaining(`Put Session → ${operation} in its place`)],
			]);
		});

		test('a call that no operation is known for is named as well', () => {
			const parameters = { url: `${api}/core/v9/news`, method: 'PATCH' };
			expect(told('n8n-nodes-base.httpRequest', parameters)).toEqual([
				['HTTP', expect.stringContaining('Look whether an operation')],
			]);
		});

		test.each([
			['n8n-nodes-base.httpRequest', { url: 'https://api.example.com/chat/v2/session' }],
			['n8n-nodes-base.httpRequest', { url: `https://example.com/?to=${api}/chat/v2/session` }],
			['n8n-nodes-base.set', { url: `${api}/chat/v2/session` }],
			['n8n-nodes-base.httpRequest', {}],
		])('%s with %j is none of them', (type, parameters) => {
			expect(told(type, parameters)).toEqual([]);
		});

		test.each(OPERATIONS)('%s is what %s does', (call, operation) => {
			const [resource, name] = operation.split(' → ');
			const page = readFileSync(join(projectFolder, 'docs/operations.md'), 'utf8');
			const chapter = page.split(`\n## ${resource}\n`)[1]?.split('\n## ')[0] ?? '';
			const line = chapter.split('\n').find((row) => row.startsWith(`| ${name} |`));
			expect(name ? line : call).toContain(call);
		});
	});

	test('pinned data of the old node', () => {
		const result = convertWorkflow({
			nodes: [{ name: 'WTS', type: 'n8n-nodes-wts.wtsChat' }],
			pinData: { WTS: [{ json: { items: [] } }] },
		});
		expect(wordsOf(result)).toContain('Its pinned data');
	});

	test('has something to do for everything it says', () => {
		const all = FILES.flatMap((file) => migrated(file).findings);
		const sentences = all.flatMap(({ what, todo }) => [english(what), english(todo)]);
		expect(sentences.filter((sentence) => !sentence.endsWith('.'))).toEqual([]);
	});
});

test('a second conversion changes nothing', () => {
	const { workflow } = migrated('sales');
	const once = structuredClone(workflow);
	expect(convertWorkflow(workflow)).toEqual({ findings: [], converted: [], untouched: [] });
	expect(workflow).toEqual(once);
});

describe('values that the new node would refuse are named', () => {
	test.each<[IDataObject, string]>([
		[
			{ resource: 'contact', operation: 'getContactByPhone', phonenumber: '90000-0001' },
			`The value of 'phonenumber', "90000-0001", has no area code`,
		],
		[
			{ resource: 'contact', operation: 'getContactByPhone', phonenumber: '+55\u200b11' },
			`The value of 'phonenumber', "+55[U+200B]11", is not a phone number`,
		],
		[
			{ resource: 'contact', operation: 'listContacts', createdAtAfter: '15/09/2026' },
			`The value of 'createdAtAfter', "15/09/2026", is not a date and time`,
		],
	])('%j', (parameters, told) => {
		expect(wordsOf(migratedNode(parameters))).toContain(told);
	});

	test.each(['(011) 90000-0001', '={{ $json.phone }}', 5511900000001])(
		'%j is none of them',
		(phonenumber) => {
			const parameters = { resource: 'contact', operation: 'getContactByPhone', phonenumber };
			expect(wordsOf(migratedNode(parameters))).not.toContain('phonenumber');
		},
	);
});
