import type { IDataObject } from 'n8n-workflow';
import { panelTitled, type CardRecord } from '../../../playground/sandbox/crm/records';
import { useSandbox } from '../../support/account';
import { run } from '../../support/engine';

const sandbox = useSandbox();

/** The first card, which is open and on the sales panel. */
function card(): CardRecord {
	const [first] = sandbox().account.cards;
	if (!first) throw new Error('The sandbox has no card');
	return first;
}

async function update(updateFields: IDataObject, more: IDataObject = {}) {
	const account = sandbox();
	const outcome = await run({
		parameters: {
			resource: 'card',
			operation: 'update',
			cardId: card().id,
			updateFields,
			...more,
		},
		account,
	});
	return { outcome, sent: account.requests.at(-1)?.body as IDataObject };
}

const salesPanel = () => panelTitled(sandbox().account, 'Vendas');

test('every field that is filled in is written, and listed for the API', async () => {
	const { contacts, agents, sessions } = sandbox().account;
	const { steps, tags, lostReasons } = salesPanel();
	const { sent } = await update(
		{
			contactIds: contacts[3]?.id,
			description: 'Fechou com outro.',
			dueDate: '2026-09-20T12:00:00',
			lostReasonId: lostReasons[1]?.id,
			metadata: { pairs: [{ key: 'pedido', value: '1' }] },
			monetaryAmount: 0,
			position: 0,
			responsibleUserId: agents[1]?.userId,
			sessionId: sessions[1]?.id,
			status: 'LOST',
			stepId: steps[2]?.id,
			tagIds: [tags[1]?.id],
			title: 'Plano mensal',
		},
		{ specifyCustomFields: 'json', customFieldsJson: '{ "desconto": [7.5] }' },
	);
	const values = {
		stepId: steps[2]?.id,
		title: 'Plano mensal',
		description: 'Fechou com outro.',
		position: 0,
		dueDate: '2026-09-20T15:00:00.000Z',
		responsibleUserId: agents[1]?.userId,
		tagIds: [tags[1]?.id],
		contactIds: [contacts[3]?.id],
		sessionId: sessions[1]?.id,
		monetaryAmount: 0,
		status: 'LOST',
		lostReasonId: lostReasons[1]?.id,
	};
	expect(sent).toEqual({
		...values,
		customFields: { desconto: [7.5] },
		metadata: { pedido: '1' },
		fields: [
			'StepId',
			'Title',
			'Description',
			'MonetaryAmount',
			'DueDate',
			'ResponsibleUserId',
			'ContactIds',
			'SessionId',
			'Position',
			'Metadata',
			'TagIds',
			'CustomFields',
			'Status',
		],
	});
	expect(card()).toMatchObject({
		...values,
		customFields: { 'plano-de-interesse': ['Anual'], desconto: [7.5] },
		metadata: { pedido: '1', origem: 'site' },
	});
});

test('what is left blank is not sent and stays as it was', async () => {
	const before = structuredClone(card());
	const { sent } = await update({
		title: 'Plano mensal',
		description: '',
		contactIds: '',
		dueDate: '={{ $json.nothing }}',
		sessionId: { __rl: true, mode: 'list', value: '' },
		tagIds: [],
	});
	expect(sent).toEqual({ fields: ['Title'], title: 'Plano mensal' });
	expect(card()).toEqual({ ...before, title: 'Plano mensal', updatedAt: expect.any(String) });
});

test('chosen attributes are cleared, with null', async () => {
	const clear = [
		'contactIds',
		'description',
		'dueDate',
		'metadata',
		'monetaryAmount',
		'responsibleUserId',
		'sessionId',
		'tagIds',
	];
	const { sent } = await update({ clear });
	expect(sent).toEqual({
		...Object.fromEntries(clear.map((name) => [name, null])),
		fields: clear.map((name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`),
	});
	expect(card()).toMatchObject({
		contactIds: [],
		description: null,
		dueDate: null,
		metadata: null,
		monetaryAmount: null,
		responsibleUserId: null,
		sessionId: null,
		tagIds: [],
	});
});

describe('tags', () => {
	const tagIds = (...places: number[]) => places.map((place) => salesPanel().tags[place]?.id);

	test.each<[string | undefined, number[], number[]]>([
		[undefined, [1], [1]],
		['ReplaceAll', [1], [1]],
		['InsertIfNotExists', [1], [0, 1]],
		['DeleteIfExists', [0, 1], []],
	])('%s', async (tagOperation, given, left) => {
		expect(card().tagIds).toEqual(tagIds(0));
		const { sent } = await update({
			tagIds: tagIds(...given),
			...(tagOperation && { tagOperation }),
		});
		expect(sent).toEqual({
			fields: ['TagIds'],
			tagIds: tagIds(...given),
			...(tagOperation && { options: { upsertTagOperation: tagOperation } }),
		});
		expect(card().tagIds).toEqual(tagIds(...left));
	});

	test('are cleared whatever operation is chosen', async () => {
		const { sent } = await update({ clear: ['tagIds'], tagOperation: 'InsertIfNotExists' });
		expect(sent).toEqual({ fields: ['TagIds'], tagIds: null });
		expect(card().tagIds).toEqual([]);
	});

	test('by name are listed as TagIds, the only name that the API has for them', async () => {
		const { sent } = await update({ tagIds: 'Retorno' });
		expect(sent).toEqual({ fields: ['TagIds'], tagNames: ['Retorno'] });
		expect(card().tagIds).toEqual(tagIds(2));
	});
});

test('metadata as JSON merges with what is there, and null removes a key', async () => {
	await update({ metadataJson: '{ "origem": null, "vip": true }' });
	expect(card().metadata).toEqual({ pedido: '7000', vip: true });
});

describe('what cannot be sent is said before any request', () => {
	const lostReasonId = '65000000-0000-4000-8000-000000000001';
	test.each<[string, IDataObject, string, string]>([
		['nothing chosen', {}, 'There is nothing to update', 'Update Fields'],
		[
			'only how tags are treated',
			{ tagOperation: 'ReplaceAll' },
			'There is nothing to update',
			'Update Fields',
		],
		[
			'a reason without the status',
			{ lostReasonId },
			"'Lost Reason' goes with the status Lost only",
			"'Status' to Lost",
		],
		[
			'a reason for a won card',
			{ lostReasonId, status: 'WON' },
			"'Lost Reason' goes with the status Lost only",
			"'Status' to Lost",
		],
		[
			'set and cleared at once',
			{ dueDate: '2026-09-20', clear: ['dueDate'] },
			"'Due Date' is both set and cleared",
			"'Clear'",
		],
		[
			'tags set by name and cleared',
			{ tagIds: 'Retorno', clear: ['tagIds'] },
			"'Tags' is both set and cleared",
			"'Clear'",
		],
		['an unknown status', { status: 'DONE' }, "'Status' has to be one of", '"DONE"'],
	])('%s', async (_, updateFields, message, description) => {
		const { outcome } = await update(updateFields);
		expect(outcome.error?.message).toContain(message);
		expect(outcome.error?.description).toContain(description);
		expect(sandbox().requests).toEqual([]);
	});
});

test('a card that does not exist is named with its field', async () => {
	const cardId = '00000000-0000-4000-8000-00000000dead';
	const { outcome } = await update({ title: 'Plano mensal' }, { cardId });
	expect(outcome.error?.message).toBe('WTS Chat does not find what this item names');
	expect(outcome.error?.description).toContain(`'Card' (${cardId})`);
});
