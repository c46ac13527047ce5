// Runs n8n's package scanner without the network: on the source, and on what `npm pack` ships.
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'wts-chat-scan-'));
try {
	const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	const [{ filename }] = JSON.parse(packed);
	execFileSync('tar', ['-xzf', join(folder, filename), '-C', folder]);

	const scans = [
		['source', await analyzePackage(process.cwd(), SOURCE_FILE_PATTERNS)],
		['tarball', await analyzePackage(join(folder, 'package'), ['**/*.js', 'package.json'])],
	];
	for (const [what, { passed, message, details }] of scans) {
		console.log(`Scan of the ${what}: ${passed ? 'passed' : (details ?? message)}`);
		if (!passed) process.exitCode = 1;
	}
} finally {
	rmSync(folder, { recursive: true });
}
