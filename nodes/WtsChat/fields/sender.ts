import { Input } from './field';
import { fromList } from './kinds/id';
import { phoneOf } from './kinds/phone';

/**
 * The channel that a message goes out through. The API knows it by its number or by Instagram's
 * `@user` here, not by its ID.
 */
const anySender = new Input(
	{
		displayName: 'From',
		name: 'from',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			...fromList('senders').modes,
			{
				displayName: 'Number',
				name: 'number',
				type: 'string',
				placeholder: 'e.g. +55 11 3000-0000',
			},
		],
	},
	phoneOf,
);

export const sender = anySender
	.with({
		description:
			'Channel of the account to send through: its phone number, or its @user on Instagram',
	})
	.required();

export const optionalSender = anySender.with({
	description:
		'Channel of the account to send through: its phone number, or its @user on Instagram; WTS Chat chooses one when it is empty',
});
