import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../../../playground/sandbox';
import type { Form } from './form';

const byPhone = { __rl: true, mode: 'phone', value: '+55 11 90000-0001' };

/** A contact by ID and by phone number, alone and together with others, for a list of contacts. */
export function membersOf(list: IDataObject, { account }: Sandbox): Form[] {
	return [
		{ parameters: { ...list, contactId: account.contacts[0]?.id } },
		{ parameters: { ...list, contactId: byPhone } },
		{
			parameters: { ...list, contactId: '={{ $json.id }}', options: { batching: true } },
			items: account.contacts.slice(0, 3).map(({ id }) => ({ id })),
		},
		{ parameters: { ...list, contactId: byPhone, options: { batching: true } } },
	];
}

/** Every date that lists can be filtered by. */
export const everyDate: IDataObject = {
	createdAfter: '2026-01-01T00:00:00',
	createdBefore: '2027-01-01T00:00:00',
	updatedAfter: '2026-01-01T00:00:00',
	updatedBefore: '2027-01-01T00:00:00',
};
