import {
	NodeHelpers,
	nodeNameToToolName,
	traverseNodeParameters,
	type FromAIArgument,
	type IDataObject,
	type INode,
	type INodeProperties,
} from 'n8n-workflow';
import { resources } from '../../nodes/WtsChat/resources';
import { toolOf } from './engine';
import { place } from './stage';

/** The node as the tool of an agent, and what the model gets to know of it. */
export interface OfferedTool {
	resource: string;
	operation: string;
	parameters: IDataObject;
	name: string;
	description: string;
	takes: FromAIArgument[];
}

/** What n8n's editor writes where somebody lets the model fill in a field, without a description. */
function givenByModel({ displayName }: INodeProperties): string {
	const key = displayName.replace(/[^a-zA-Z0-9_-]/g, '_').slice(0, 63);
	return `={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${key}', \`\`, 'string') }}`;
}

/** Fields with a ✨ that have no value of their own. */
const FOR_MODELS = ['string', 'resourceLocator', 'dateTime'];

/** What n8n knows the tool by. */
const { type: toolType } = toolOf({ parameters: {} }).subject!;

/** The tool of an operation as somebody gets it who drops it on an agent and lets the model fill in what has no value. */
function toolAsDropped(resource: string, operation: string): OfferedTool {
	const chosen = { resource, operation };
	const { description: form } = toolType;
	const nodeWith = (parameters: IDataObject): INode =>
		place('Tool', toolType, { parameters: parameters as INode['parameters'] }).node;
	const filled = NodeHelpers.getNodeParameters(
		form.properties,
		chosen,
		true,
		false,
		nodeWith(chosen),
		form,
	);
	const shown = form.properties.filter(
		(field) =>
			FOR_MODELS.includes(field.type) &&
			field.name !== 'outputFields' &&
			NodeHelpers.displayParameter(filled ?? {}, field, nodeWith(chosen), form),
	);
	const given = shown.map((field) => {
		const value = givenByModel(field);
		return [
			field.name,
			field.type === 'resourceLocator' ? { __rl: true, mode: 'id', value } : value,
		];
	});
	const parameters = { ...chosen, ...(Object.fromEntries(given) as IDataObject) };
	const node = {
		...nodeWith(parameters),
		name: NodeHelpers.makeNodeName(nodeWith(chosen).parameters, form),
	};
	const takes: FromAIArgument[] = [];
	traverseNodeParameters(node.parameters, takes);
	return {
		...chosen,
		parameters,
		name: nodeNameToToolName(node),
		description: NodeHelpers.getToolDescriptionForNode(node, toolType),
		takes,
	};
}

/** A tool for every operation. */
export const offeredTools = resources.flatMap(({ value: resource, operations }) =>
	operations.map(({ value: operation }) => toolAsDropped(resource, operation)),
);
