import { startSandbox, type Sandbox } from '../../playground/sandbox';
import type { AccountSize } from '../../playground/sandbox/seed';

type SessionRecord = Sandbox['account']['sessions'][number];

/** A sandbox for the tests of one file: started before them, stopped after them. */
export function useSandbox(size: AccountSize = 'small'): () => Sandbox {
	let sandbox: Sandbox | undefined;
	beforeEach(async () => {
		sandbox = await startSandbox({ account: size });
	});
	afterEach(async () => {
		await sandbox?.close();
	});
	return () => {
		if (!sandbox) throw new Error('The sandbox runs only during a test');
		return sandbox;
	};
}

/** The session as the sandbox holds it now. */
export function sessionNow(sandbox: Sandbox, id: string): SessionRecord {
	const session = sandbox.account.sessions.find((candidate) => candidate.id === id);
	if (!session) throw new Error(`The sandbox has no session ${id}`);
	return session;
}

/** The n-th session of the account. */
export function sessionAt(sandbox: Sandbox, n: number): SessionRecord {
	const session = sandbox.account.sessions[n];
	if (!session) throw new Error(`The sandbox has no session number ${n}`);
	return session;
}
