import type { IDataObject } from 'n8n-workflow';
import { panelTitled, type CardRecord } from '../../../playground/sandbox/crm/records';
import { useSandbox } from '../../support/account';
import { run } from '../../support/engine';

const sandbox = useSandbox();

/** Duplicates the first card. */
async function duplicate(parameters: IDataObject) {
	const account = sandbox();
	const [original] = account.account.cards as [CardRecord];
	const outcome = await run({
		parameters: { resource: 'card', operation: 'duplicate', cardId: original.id, ...parameters },
		account,
	});
	const copy = account.account.cards.at(-1) as CardRecord;
	return { outcome, original, copy, sent: account.requests.at(-1)?.body };
}

test('without more said, a copy of everything comes into the same step', async () => {
	const { outcome, original, copy, sent } = await duplicate({});
	expect(sent).toEqual({});
	expect(copy).not.toBe(original);
	const { stepId, title, tagIds, contactIds, customFields, monetaryAmount } = original;
	expect(copy).toMatchObject({ stepId, title, tagIds, contactIds, customFields, monetaryAmount });
	expect(original.status).toBe('OPEN');
	expect(outcome.items[0]?.json.id).toBe(copy.id);
});

test('a copy can go to another panel, take only some fields along, and archive the original', async () => {
	const target = panelTitled(sandbox().account, 'Implantação');
	const { original, copy, sent } = await duplicate({
		targetPanelId: { __rl: true, mode: 'list', value: target.id },
		stepId: target.steps[1]?.id,
		options: { archiveOriginal: true, copiedFields: ['Contacts'] },
	});
	expect(sent).toEqual({
		copyToStepId: target.steps[1]?.id,
		options: { archiveOriginalCard: true, fields: ['Contacts'] },
	});
	expect(original.status).toBe('ARCHIVED');
	expect(copy).toMatchObject({
		panelId: target.id,
		contactIds: original.contactIds,
		tagIds: [],
		responsibleUserId: null,
	});
});

test('the original is kept on request', async () => {
	const { sent } = await duplicate({ options: { archiveOriginal: false } });
	expect(sent).toEqual({ options: { archiveOriginalCard: false } });
});

test('a target panel without a step is said before any request', async () => {
	const { id } = panelTitled(sandbox().account, 'Implantação');
	const { outcome } = await duplicate({ targetPanelId: id });
	expect(outcome.error?.message).toBe("'Target Panel' is chosen without a step");
	expect(outcome.error?.description).toContain("'Step'");
	expect(sandbox().requests).toEqual([]);
});
