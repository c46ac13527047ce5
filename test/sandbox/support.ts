import axios, { type AxiosInstance } from 'axios';
import {
	startSandbox,
	type Account,
	type Sandbox,
	type SandboxOptions,
} from '../../playground/sandbox';

/** An id that no record of the sandbox has. */
export const UNKNOWN_ID = '99999999-9999-4999-8999-999999999999';

/** A client that carries the sandbox's key and hands every status to the test. */
export function clientOf({ url, apiKey }: Sandbox): AxiosInstance {
	return axios.create({
		baseURL: url,
		headers: { Authorization: `Bearer ${apiKey}` },
		validateStatus: () => true,
	});
}

/** Runs the test against a sandbox of its own and closes it, whatever happens. */
export function withSandbox(
	run: (client: AxiosInstance, sandbox: Sandbox) => Promise<void>,
	options?: SandboxOptions,
): () => Promise<void> {
	return async () => {
		const sandbox = await startSandbox(options);
		try {
			await run(clientOf(sandbox), sandbox);
		} finally {
			await sandbox.close();
		}
	};
}

type SessionRecord = Account['sessions'][number];

/** The first session of the account, made to look as the test needs it. */
export function preparedSession(
	{ sessions }: Account,
	changes: Partial<SessionRecord> = {},
): SessionRecord {
	return Object.assign(sessions[0]!, changes);
}
