import { NodeHelpers, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import { sandboxCredential } from '../../playground/credential';
import { chain } from '../../playground/workflows/workflow';
import { resources } from '../../nodes/WtsChat/resources';
import { wtsChat } from '../support/nodes';
import { useEditor, workflowWith } from './support/useEditor';

const { stage, editor, takeComplaints } = useEditor();

/** Kinds of fields that the editor shows as one input named like the field. */
const INPUTS = [
	'string',
	'number',
	'boolean',
	'options',
	'multiOptions',
	'dateTime',
	'resourceLocator',
];

/** The fields that a fresh form of the operation shows, beside those to choose the operation. */
async function shownFields(resource: string, operation: string): Promise<INodeProperties[]> {
	const { description } = wtsChat;
	const parameters: INodeParameters = { resource, operation };
	const node = {
		id: 'node',
		name: 'node',
		type: 'wtsChat',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters,
	};
	const values = NodeHelpers.getNodeParameters(
		description.properties,
		parameters,
		true,
		false,
		node,
		description,
	);
	return description.properties.filter(
		(field) =>
			!['resource', 'operation'].includes(field.name) &&
			NodeHelpers.displayParameter(values ?? {}, field, node, description),
	);
}

/** A node for each resource, which stands on its first operation. */
const nodes = resources.map(({ name, value: resource, operations: [first] }) => ({
	name,
	type: 'n8n-nodes-wts-chat.wtsChat',
	typeVersion: 1,
	parameters: { resource, operation: first?.value },
	credentials: sandboxCredential.reference,
}));

describe('every operation', () => {
	test('is on the canvas', async () => {
		await stage().api.createWorkflow(chain('e2eForms', 'e2eForms', 'Workflow of a test', nodes));
		await editor().openWorkflow('e2eForms');
		await editor().openNode(nodes[0]!.name);
	});

	test.each(resources)(
		'of $name opens its form with its fields, and nothing breaks',
		async ({ name: resourceName, value: resource, operations }) => {
			if (resourceName !== nodes[0]?.name) await editor().openNext(resourceName);
			for (const [index, { name, value }] of operations.entries()) {
				if (index > 0) {
					await editor().openList('operation');
					await editor().pick(name);
				}
				for (const field of await shownFields(resource, value)) {
					const shown = INPUTS.includes(field.type)
						? editor().field(field.name)
						: editor().page.getByTestId('node-parameters').getByText(field.displayName);
					await shown.first().waitFor({ state: 'attached' });
				}
			}
			expect(takeComplaints()).toEqual([]);
		},
	);
});

describe('Custom API Call', () => {
	test('is offered beside the operations, and leads to the HTTP Request node', async () => {
		await workflowWith(stage(), 'e2eCustomCall', [{}], { resource: 'tag', operation: 'getMany' });
		await editor().openWorkflow('e2eCustomCall');
		await editor().openNode('WTS Chat');
		expect(await editor().openList('operation')).toContain('Custom API Call');
		await editor().pick('Custom API Call');
		await editor().page.getByTestId('node-parameters').getByText('HTTP Request').first().waitFor();
	});

	test('works there with the same credential', async () => {
		const steps = [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
			{
				name: 'HTTP Request',
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				parameters: {
					url: `${stage().sandbox.url}/core/v1/tag/color`,
					authentication: 'predefinedCredentialType',
					nodeCredentialType: 'wtsChatApi',
				},
				credentials: sandboxCredential.reference,
			},
		];
		await stage().api.createWorkflow(chain('e2eHttp', 'e2eHttp', 'Workflow of a test', steps));
		await editor().openWorkflow('e2eHttp');
		await editor().openNode('HTTP Request');
		await editor().execute();
		await editor().output.getByText('GREEN_500').first().waitFor();
	});
});
