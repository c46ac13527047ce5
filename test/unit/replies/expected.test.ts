import type { IDataObject, IExecuteFunctions, INode, IWebhookFunctions } from 'n8n-workflow';
import type { Expectation } from '../../../nodes/WtsChat/operations/operation';
import { expectedBy, keepExpected } from '../../../nodes/WtsChat/replies/expected';

const NAME = 'Ask "Ana"';

/** A node that keeps something with its execution, and whose form says this when the reply comes. */
function node(form: IDataObject = {}) {
	const kept: Record<string, IDataObject> = { flow: {}, node: {} };
	const getNode = () => ({ name: NAME, type: 'wtsChat' }) as INode;
	const asks = { getNode, getContext: (place: string) => kept[place] };
	const replied = {
		getNode,
		getTimezone: () => 'UTC',
		getNodeParameter: (name: string, otherwise: unknown) => form[name] ?? otherwise,
		evaluateExpression: (expression: string) =>
			expression === `{{ $node["Ask \\"Ana\\""].context.expects }}` ? kept.node?.expects : null,
	};
	return {
		kept,
		asks: asks as unknown as IExecuteFunctions,
		replied: replied as unknown as IWebhookFunctions,
	};
}

test('a reply is read as it was to be when the question was asked, whatever the form says now', () => {
	const { asks, replied } = node({ responseType: 'rating' });
	const expects: Expectation = {
		response: { answers: ['Sim', 'Não'], isApproval: true },
		askAgain: { times: 2, text: 'Como?' },
	};
	keepExpected(asks, expects);
	expect(expectedBy(replied)).toEqual(expects);
});

test.each([undefined, 'undefined', '', 'null', '[]', '{'])(
	'where an earlier version of the node has kept %j, it is read from the form',
	(expects) => {
		const form = { responseType: 'approval', options: { askAgain: 2, saveRatingIn: 'nota' } };
		const { kept, replied } = node(form);
		kept.node = { expects };
		expect(expectedBy(replied)).toMatchObject({
			response: { answers: ['Sim', 'Não'], isApproval: true },
			askAgain: { times: 2 },
			saveRatingIn: 'nota',
		});
	},
);
