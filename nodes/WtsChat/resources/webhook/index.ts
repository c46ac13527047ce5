import type { Resource } from '../../operations/operation';
import { create } from './create';
import { deleteSubscription } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { getManyEvents } from './getManyEvents';
import { update } from './update';

export const webhook: Resource = {
	name: 'Webhook',
	value: 'webhook',
	description: 'Subscription that sends events of the account to an address',
	operations: [getMany, getManyEvents, get, create, update, deleteSubscription],
};
