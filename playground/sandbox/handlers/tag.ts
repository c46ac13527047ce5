import { operation } from '../operation';

export const tagOperations = [operation('listTags', (_request, account) => account.tags)];
