import type { INodeProperties } from 'n8n-workflow';

/**
 * The channel that a message goes out through. The API knows it by its number or by Instagram's
 * `@user` here, not by its ID.
 */
export const sender: INodeProperties = {
	displayName: 'From',
	name: 'from',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description:
		'Channel of the account to send through: its phone number, or its @user on Instagram',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select…',
			typeOptions: { searchListMethod: 'searchSenders', searchable: true },
		},
		{
			displayName: 'By Number or User',
			name: 'number',
			type: 'string',
			placeholder: 'e.g. +55 11 3000-0000',
		},
	],
};

export const optionalSender: INodeProperties = {
	...sender,
	required: undefined,
	description:
		'Channel of the account to send through: its phone number, or its @user on Instagram; WTS Chat chooses one when it is empty',
};
