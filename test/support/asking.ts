import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../../playground/sandbox';
import type { WaitingStage } from './waiting';

export const phoneOf = (n: number) => `55119777${String(n).padStart(5, '0')}`;

/** What tests do with executions that ask contacts of an account and wait for their replies. */
export function useAsking(sandbox: () => Sandbox, n8n: () => WaitingStage) {
	const waits = () =>
		sandbox().account.subscriptions.filter(({ name }) => name?.startsWith('n8n waits for a reply'));

	return {
		/** Asks the n-th of many contacts. */
		async ask(n: number, parameters: IDataObject = {}, on = n8n()) {
			const asked = await on.run({
				parameters: {
					resource: 'message',
					operation: 'sendAndWait',
					sendTo: 'contact',
					to: `+${phoneOf(n)}`,
					message: `Pergunta ${n}`,
					...parameters,
				},
				account: sandbox(),
			});
			if (asked.outcome.error) throw new Error(asked.outcome.error.message);
			return asked;
		},
		/** The subscriptions of those that wait. */
		waits,
		/** Those of them that are switched on. */
		listening: () => waits().filter(({ enabled }) => enabled),
	};
}
