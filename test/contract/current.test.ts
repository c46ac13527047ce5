import { execFileSync } from 'node:child_process';
import { projectFolder } from '../support/package';

test('the generated types are those of the contract (if not: npm run contract)', () => {
	expect(() =>
		execFileSync('npm', ['run', '--silent', 'contract', '--', '--check'], {
			cwd: projectFolder,
			stdio: 'pipe',
		}),
	).not.toThrow();
});
