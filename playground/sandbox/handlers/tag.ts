import { addTag, tagById } from '../contact/tags';
import { platformError } from '../errors';
import { operation } from '../operation';

export const tagOperations = [
	operation('listTags', (_request, account) => account.tags),

	operation('listTagColors', (_request, account) => account.tagColors),

	operation('createTag', ({ body }, account) => addTag(account, body.name, body.color)),

	operation('updateTag', ({ path, body }, account) => {
		const tag = tagById(account, path.id);
		return Object.assign(tag, {
			name: body.name,
			color: body.color ?? tag.color,
			updatedAt: new Date().toISOString(),
		});
	}),

	operation('deleteTag', ({ path, body }, account) => {
		const gone = tagById(account, path.id);
		const carriers = account.contacts.filter(({ tagIds }) => tagIds.includes(gone.id));
		if (carriers.length > 0 && !body?.removeFromContacts) {
			throw platformError(500, 'FORM_ERROR', 'A etiqueta está em uso por contatos');
		}
		for (const contact of carriers) {
			contact.tagIds = contact.tagIds.filter((id) => id !== gone.id);
		}
		account.tags = account.tags.filter((tag) => tag !== gone);
	}),
];
