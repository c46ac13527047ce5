import { formOf } from '../../../nodes/WtsChat/fields/field';
import { runOptions } from '../../../nodes/WtsChat/fields/requestOptions';
import { moment, number } from '../../../nodes/WtsChat/fields/kinds/plain';
import { shortForAgents } from '../../../nodes/WtsChat/operations/forAgents';
import { nodeForm } from '../../../nodes/WtsChat/operations/menus';
import {
	askOperation,
	jobOperation,
	listOperation,
	requestOperation,
} from '../../../nodes/WtsChat/operations/operation';
import { success } from '../../../nodes/WtsChat/operations/record';
import { get } from '../../../nodes/WtsChat/transport/contract';

const request = () => get('/core/v1/tag', {});

/** What the user sees of an operation. */
const listed = (value: string) => ({
	name: `Name of ${value}`,
	value,
	action: `Action of ${value}`,
	description: `Description of ${value}`,
});

const entry = (value: string) => ({ ...listed(value), record: [success] });

const name = moment({ displayName: 'Name', name: 'name' });
const reason = moment({
	displayName: 'Reason',
	name: 'reason',
	displayOptions: { show: { name: ['x'] }, hide: { name: ['y'] } },
});
const limit = number({ displayName: 'Limit', name: 'limit', default: 50 }).required();

// declared anew by each test, which then is what tests the declaration
const getTag = () => requestOperation({ ...entry('get'), fields: { name, reason }, request });
const getMany = () =>
	listOperation({
		...entry('getMany'),
		builderHint: 'Read few',
		fields: { limit },
		list: request,
		paging: 'none',
	});

/** The form of two resources, of which one has no operations yet. */
function someForm() {
	const operations = [getTag(), getMany()];
	const [menu, ...others] = nodeForm([
		{ name: 'Tag', value: 'tag', description: 'A tag', operations },
		{ name: 'None', value: 'none', description: 'Nothing yet', operations: [] },
	]);
	return { menu, others };
}

test('a declared operation is of its kind, and as it was declared', () => {
	const declared = { ...entry('run'), fields: {} };
	const prepare = () => async () => await Promise.resolve({});
	expect(getTag()).toMatchObject({ ...entry('get'), kind: 'request' });
	expect(getMany()).toMatchObject({ ...entry('getMany'), kind: 'list' });
	expect(jobOperation({ ...declared, prepare })).toEqual({ ...declared, prepare, kind: 'job' });
	const ask = () => {
		throw new Error('Nobody is asked');
	};
	expect(askOperation({ ...declared, ask })).toEqual({ ...declared, ask, kind: 'ask' });
});

describe('the form', () => {
	test('begins with the resources, of which the first is chosen', () => {
		expect(someForm().menu).toEqual({
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'Tag', value: 'tag', description: 'A tag' },
				{ name: 'None', value: 'none', description: 'Nothing yet' },
			],
			default: 'tag',
		});
	});

	test('has the operations of each resource, of which the first is chosen', () => {
		const look = {
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
		};
		const { others } = someForm();
		expect(others.filter((property) => property.name === 'operation')).toEqual([
			{
				...look,
				displayOptions: { show: { resource: ['tag'] } },
				options: [
					listed('get'),
					{ ...listed('getMany'), builderHint: { propertyHint: 'Read few' } },
				],
				default: 'get',
			},
			{
				...look,
				displayOptions: { show: { resource: ['none'] } },
				options: [],
				default: undefined,
			},
		]);
	});

	test('shows a field for its operation alone, before all conditions of its own', () => {
		const shown = someForm().others.filter((property) => property.name === 'reason');
		expect(shown).toEqual([
			{
				...reason.property,
				displayOptions: {
					show: { resource: ['tag'], operation: ['get'], name: ['x'] },
					hide: { name: ['y'] },
				},
			},
		]);
		expect(Object.keys(shown[0]?.displayOptions?.show ?? {})).toEqual([
			'resource',
			'operation',
			'name',
		]);
	});

	test('has the fields in their order, and ends with the options of a run', () => {
		const options = formOf({ runOptions }).map((property) => property.name);
		expect(someForm().others.map((property) => property.name)).toEqual([
			'operation',
			'name',
			'reason',
			'limit',
			'operation',
			...options,
		]);
		expect(nodeForm([])[0]?.default).toBeUndefined();
	});
});

test('an agent gets the short form of a record, unless the operation has an output of its own', () => {
	const [short] = shortForAgents([getTag()], ['id', 'name']);
	expect(short).toMatchObject({ ...entry('get'), kind: 'request', fields: { name, reason } });
	expect(short?.fields.output).toBeDefined();
	expect(shortForAgents(short ? [short] : [], ['id'])).toEqual([short]);
	expect(shortForAgents(short ? [short] : [], ['id'])[0]).toBe(short);
});
