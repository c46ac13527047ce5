import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { wtsChat, wtsChatTrigger } from '../support/nodes';
import { projectFolder } from '../support/package';

interface Choices {
	/** The field that offers them, with its collection. */
	field: string;
	choices: INodePropertyOptions[];
}

/** Every list of choices that a form holds, those in collections too. */
function choicesIn(fields: INodeProperties[], collection = ''): Choices[] {
	return fields.flatMap(({ name, type, options = [] }) => {
		const field = collection + name;
		if (type === 'collection') return choicesIn(options as INodeProperties[], `${name}.`);
		if (type === 'fixedCollection') {
			return options.flatMap((row) => choicesIn('values' in row ? row.values : [], `${name}.`));
		}
		const isMenu = field === 'resource' || field === 'operation';
		const choices = options as INodePropertyOptions[];
		return choices.length > 0 && !isMenu ? [{ field, choices }] : [];
	});
}

const lists = [wtsChat, wtsChatTrigger].flatMap(({ description }) =>
	choicesIn(description.properties),
);

/** Labels that say something else than the value, because that is not what people call it. */
const IN_OTHER_WORDS: Record<string, string> = {
	// of operations on tags and members
	DeleteIfExists: 'Remove',
	DELETEIFEXISTS: 'Remove',
	InsertIfNotExists: 'Add',
	INSERTIFNOTEXISTS: 'Add',
	Upsert: 'Add or Change',
	// of contacts, custom fields and users
	Admin: 'Administrator',
	CREATED_BY_USER: 'User',
	CREATED_FROM_HUB: 'Conversation',
	IMPORTED: 'Import',
	PANEL: 'Card',
	// of what is embedded
	AgentDetails: 'Agent',
	Agents: 'Members',
	ChannelDetails: 'Channel',
	ChannelTypeDetails: 'Channel Type',
	ClassificationDetails: 'Classification',
	ContactDetails: 'Contact',
	ContactExecutingCount: 'Contacts in Execution',
	DepartmentsDetails: 'Department',
	PanelCardOverdueCount: 'Overdue Card Count',
	Params: 'Parameters',
	StepsFields: 'Step Fields',
	// of what is cleared
	botKey: 'Chatbot',
	contactIds: 'Contacts',
	departmentId: 'Department',
	monetaryAmount: 'Amount',
	pictureUrl: 'Picture',
	portfolioIds: 'Portfolios',
	responsibleUserId: 'Responsible User',
	sequenceIds: 'Sequences',
	sessionId: 'Session',
	tagIds: 'Tags',
	templateId: 'Template',
	userId: 'User',
	// of what lists are sorted by
	endAt: 'Ended At',
	lastInteractionDate: 'Last Interaction',
	scheduling: 'Scheduled At',
	startAt: 'Started At',
	// of messages and files
	FROM_HUB: 'From the Contact',
	NOTE: 'Note (Internal)',
	TO_HUB: 'To the Contact',
	binary: 'Input Data',
	fields: 'Using Fields Below',
	freeText: 'Any Reply',
	id: 'File ID',
	json: 'Using JSON',
	length: 'By Length',
	message: 'Messages',
	oneToFive: '1 to 5',
	paragraphs: 'By Paragraph',
	zeroToTen: '0 to 10',
};

/** Values whose label depends on the field. */
const BY_FIELD: Record<string, string> = {
	'content text': 'Text or File',
	'filters.firstConversation first': "Only a Contact's First",
	'filters.firstConversation later': 'Only Later Ones',
	'filters.textMatchesAs all': 'Whole Text',
	'filters.textMatchesAs part': 'Part of the Text',
	'filters.textMatchesAs word': 'Whole Word',
	'options.leaveOut bot': 'Chatbots',
	'options.leaveOut campaign': 'Campaigns',
	'options.leaveOut platform': 'WTS Chat',
	'options.leaveOut user': 'Team',
	'options.personAnswers assigned': 'A User Is Assigned',
	'options.personAnswers metadata': 'Metadata Says So',
	'options.personAnswers wrote': 'A User Wrote Lately',
	'ifWindowClosed queue': 'Queue Anyway',
	'ifWindowClosed template': 'Send a Template',
	'options.fileType UNDEFINED': 'Decided by WTS Chat',
};

const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

function saysItsValue(field: string, { name, value }: INodePropertyOptions): boolean {
	const [own, other] = [BY_FIELD[`${field} ${String(value)}`], IN_OTHER_WORDS[String(value)]];
	return letters(name) === letters(String(value)) || name === own || name === other;
}

test('every choice is called what its value means', () => {
	const wrong = lists
		.filter(({ field }) => field !== 'events')
		.flatMap(({ field, choices }) =>
			choices
				.filter((choice) => !saysItsValue(field, choice))
				.map(({ name, value }) => `${field}: "${name}" is ${String(value)}`),
		);
	expect(wrong).toEqual([]);
});

test('no list of choices has the same value or label twice', () => {
	const twice = lists.filter(({ choices }) =>
		(['name', 'value'] as const).some(
			(part) => new Set(choices.map((choice) => choice[part])).size < choices.length,
		),
	);
	expect(twice.map(({ field }) => field)).toEqual([]);
});

interface Document {
	components: { schemas: Record<string, { enum?: string[] }> };
}

const enums = ['chat', 'core', 'crm'].flatMap((name) => {
	const text = readFileSync(join(projectFolder, `contract/${name}.openapi.yaml`), 'utf8');
	const { schemas } = (parse(text) as Document).components;
	return Object.values(schemas).flatMap(({ enum: values }) => (values ? [values] : []));
});

/** What the contract knows beside these choices, in the enumeration that comes nearest to them. */
function leftOut({ choices }: Choices): string[] {
	const offered = choices.map(({ value }) => String(value));
	const [nearest = []] = enums
		.filter((values) => offered.every((value) => values.includes(value)))
		.sort((one, other) => one.length - other.length);
	return nearest.filter((value) => !offered.includes(value));
}

/** What the forms leave out, and why. */
const NOT_OFFERED: Record<string, string> = {
	'accessStatus: Undefined': 'says nothing',
	'options.copiedFields: Undefined': 'says nothing',
	'options.includeDetails: Undefined': 'says nothing',
	'options.includeDetails: All': 'goes out when both details of a department are chosen',
	'options.includeDetails: Tags, Steps': 'of a panel, where its steps are what is asked for',
};

test('whatever the contract lets be chosen is offered, or left out for a reason', () => {
	const missing = lists
		.map((list) => [list.field, leftOut(list)] as const)
		.filter(([, values]) => values.length > 0)
		.map(([field, values]) => `${field}: ${values.join(', ')}`);
	expect([...new Set(missing)].sort()).toEqual(Object.keys(NOT_OFFERED).sort());
});
