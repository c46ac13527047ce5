import type { IDataObject } from 'n8n-workflow';
import { useSandbox } from '../../support/account';
import { run } from '../../support/engine';

const sandbox = useSandbox();

async function tag(operation: string, parameters: IDataObject) {
	return await run({
		parameters: { resource: 'tag', operation, ...parameters },
		account: sandbox(),
	});
}

const first = () => sandbox().account.tags[0]!;
const bodies = () => sandbox().requests.map(({ body }) => body);

test('Create sends the color only where one is chosen', async () => {
	await tag('create', { name: 'Inverno' });
	await tag('create', { name: 'Verão', additionalFields: { color: 'YELLOW_300' } });
	expect(bodies()).toEqual([{ name: 'Inverno' }, { name: 'Verão', color: 'YELLOW_300' }]);
	expect(
		sandbox()
			.account.tags.slice(-2)
			.map(({ color }) => color),
	).toEqual(['GRAY_600', 'YELLOW_300']);
});

test('Update of the color alone keeps the name, which the API always writes', async () => {
	const { items } = await tag('update', { tagId: first().id, updateFields: { color: 'RED_100' } });
	expect(bodies().at(-1)).toEqual({ name: 'Lead', color: 'RED_100' });
	expect(items[0]?.json).toMatchObject({ id: first().id, name: 'Lead', color: 'RED_100' });
});

test('Update of the name alone keeps the color', async () => {
	await tag('update', { tagId: first().id, updateFields: { name: 'Contato novo' } });
	expect(bodies()).toEqual([{ name: 'Contato novo' }]);
	expect(first()).toMatchObject({ name: 'Contato novo', color: 'GREEN_500' });
});

test('Update of a tag that does not exist says so', async () => {
	const { error } = await tag('update', {
		tagId: 'f0000000-0000-4000-8000-00000000dead',
		updateFields: { color: 'RED_100' },
	});
	expect(error?.message).toContain('WTS Chat has no tag with this ID');
	expect(sandbox().requests.map(({ method }) => method)).toEqual(['GET']);
});

test('Update of nothing is said before any request', async () => {
	const { error } = await tag('update', { tagId: first().id });
	expect(error?.message).toContain('There is nothing to update');
	expect(bodies()).toEqual([]);
});

test('Delete of a tag in use is refused, until it may be taken off the contacts', async () => {
	const { id } = first();
	const refused = await tag('delete', { tagId: id });
	expect(refused.error?.description).toContain('A etiqueta está em uso');

	const { items } = await tag('delete', { tagId: id, options: { removeFromContacts: true } });
	expect(items[0]?.json).toEqual({ deleted: true });
	expect(sandbox().account.tags.some((kept) => kept.id === id)).toBe(false);
	expect(sandbox().account.contacts.some(({ tagIds }) => tagIds.includes(id))).toBe(false);
});
