import type { Field } from './field';
import { choice } from './kinds/choice';
import { alternatives } from './kinds/together';
import { template } from './template';

/** What to do where only a template arrives. */
export interface ClosedWindow {
	/** What to send then; undefined for nothing. */
	template?: ReturnType<typeof template.read>;
}

const ifClosed = choice<'fail' | 'queue' | 'template'>({
	displayName: 'If the Window Is Closed',
	name: 'ifWindowClosed',
	options: [
		{ name: 'Fail', value: 'fail', description: 'Send nothing; the item is an error' },
		{
			name: 'Queue Anyway',
			value: 'queue',
			description: 'Send it without a look; WhatsApp may refuse it later',
		},
		{
			name: 'Send a Template',
			value: 'template',
			description: 'Send an approved template instead',
		},
	],
	default: 'queue',
	description:
		"What to do when more than 24 hours have passed since the contact's last message, so that on WhatsApp only a template arrives. Where WTS Chat does not tell, the message is sent.",
});

const chosen = alternatives(ifClosed, { fail: {}, queue: {}, template: { template } });

/** Undefined for sending without a look. */
export const closedWindow: Field<ClosedWindow | undefined> = {
	form: chosen.form,
	read(source) {
		const { template: instead } = chosen.read(source);
		return (ifClosed.read(source) ?? 'queue') === 'queue' ? undefined : { template: instead };
	},
};
