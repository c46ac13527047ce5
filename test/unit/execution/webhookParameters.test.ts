import type { IDataObject, INodeProperties, IWebhookFunctions } from 'n8n-workflow';
import { webhookParameters } from '../../../nodes/WtsChat/execution/webhookParameters';

const field = (name: string, type: INodeProperties['type'] = 'string'): INodeProperties => ({
	displayName: name.toUpperCase(),
	name,
	type,
	default: '',
});

/** The parameters of a node that holds these values, while it takes a request. */
function parametersOf(
	values: IDataObject,
	fields = Object.keys(values).map((name) => field(name)),
) {
	const context = {
		getNodeParameter: (name: string, otherwise: unknown) => values[name] ?? otherwise,
		getTimezone: () => 'America/Sao_Paulo',
	};
	return webhookParameters(context as unknown as IWebhookFunctions, fields);
}

test('fields are read as those of an item are', () => {
	const parameters = parametersOf({ phone: '(11) 90000-0001', from: '2026-09-15T13:00', none: '' });
	expect(parameters.phone('phone')).toBe('5511900000001');
	expect(parameters.moment('from')).toBe('2026-09-15T16:00:00.000Z');
	expect(parameters.text('none')).toBeUndefined();
});

test('no model fills them in: the word null is a text like any other', () => {
	expect(parametersOf({ word: 'null' }).text('word')).toBe('null');
});

test('no item gives values to a form that is mapped automatically', () => {
	const mapper = { mappingMode: 'autoMapInputData', value: null, schema: [{ id: 'a' }] };
	const parameters = parametersOf({ form: mapper }, [field('form', 'resourceMapper')]);
	expect(parameters.mapped('form')).toBeUndefined();
});

test('a field that names a file of the item says that there is none', () => {
	expect(() => parametersOf({ file: 'data' }).file('file')).toThrow(
		expect.objectContaining({
			message: "'FILE' has no file",
			remedy: 'A request brings no item to take it from.',
		}),
	);
});
