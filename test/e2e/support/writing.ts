import type { Sandbox } from '../../../playground/sandbox';
import { until } from './until';

const PHONE = '5511900000001';
/** Four messages a second. */
const PAUSE_MS = 250;

/** A contact that writes all the time, until it is told to stop. */
export function writing(sandbox: Sandbox, name: string) {
	const texts: string[] = [];
	const timer = setInterval(() => {
		const text = `${name} ${texts.length}`;
		texts.push(text);
		sandbox.writeAsContact(PHONE, { text });
	}, PAUSE_MS);
	return {
		texts,
		stop: () => clearInterval(timer),
		/** Resolves when so many messages more are written. */
		more: async (count: number) => {
			const enough = texts.length + count;
			await until(`${enough} messages are written`, () => texts.length >= enough);
		},
	};
}
