import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startSandbox } from '../../playground/sandbox';

const CLOCK = 20;

jest.setTimeout(180_000);

test('two n8n processes share the limits of an account, and no item fails for them', async () => {
	const sandbox = await startSandbox({ account: 'large', limits: { clock: CLOCK } });
	try {
		const ids = sandbox.account.sessions.map(({ id }) => id);
		const halves = [ids.slice(0, 150), ids.slice(150)];
		const work = halves.map(async (half) => {
			const worker = ['--import', 'tsx', join(__dirname, 'worker.ts')];
			const account = [sandbox.url, sandbox.apiKey, String(CLOCK)];
			const { stdout } = await promisify(execFile)(process.execPath, [
				...worker,
				...account,
				...half,
			]);
			return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as unknown;
		});
		expect(await Promise.all(work)).toEqual([
			{ items: 900, errors: [] },
			{ items: 900, errors: [] },
		]);
		const processed = sandbox.requests.filter((request) => request.processed);
		expect(processed).toHaveLength(1_800);
		// they did get in each other's way
		expect(sandbox.requests.some(({ status }) => status === 429)).toBe(true);
	} finally {
		await sandbox.close();
	}
});
