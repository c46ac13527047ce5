import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { NodeOperationError, type INode } from 'n8n-workflow';
import { baseUrlOf } from '../../nodes/WtsChat/transport/baseUrl';
import { PlainError } from '../../playground/plainError';
import { checkAccount, type Result } from './check';
import type { Account } from './reader';
import { hostOf, reportText, type Report } from './report';

const HELP = `npm run test:live -- [options]
  --json report.json   writes the report as JSON, too

Reads from a WTS Chat account everything that can be read, changes nothing, and compares the answers with the
contract. The key comes from WTS_CHAT_API_KEY, the address from WTS_CHAT_BASE_URL (https://api.helena.run).
The report names operations and properties, never what the account holds. It ends with 0 when there are no
differences, with 1 when there are, and with 2 when it could not run.`;

const NO_KEY = `There is no API key in WTS_CHAT_API_KEY.
In WTS Chat, create one under Ajustes → Integrações → Integração via API → Novo, then:
  WTS_CHAT_API_KEY=pn_… npm run test:live`;

function readAccount(): Account {
	const { WTS_CHAT_API_KEY = '', WTS_CHAT_BASE_URL } = process.env;
	const apiKey = WTS_CHAT_API_KEY.trim().replace(/^bearer\s+/i, '');
	if (apiKey === '') throw new PlainError(NO_KEY);
	const baseUrl = baseUrlOf(WTS_CHAT_BASE_URL || 'https://api.helena.run', {} as INode);
	return { apiKey, baseUrl };
}

function tell({ operationId, outcome, reason, differences }: Result): void {
	const found = differences.map(({ path, text }) => `\n    ${path}: ${text}`).join('');
	console.error(`  ${operationId}: ${reason ?? outcome}${found}`);
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: { json: { type: 'string' }, help: { type: 'boolean' } },
	});
	if (values.help) {
		console.log(HELP);
		return;
	}
	const account = readAccount();
	const { name, version } = JSON.parse(
		readFileSync(join(__dirname, '../../package.json'), 'utf8'),
	) as { name: string; version: string };
	const results = await checkAccount(account, { notice: tell });
	const report: Report = {
		package: `${name} ${version}`,
		node: process.versions.node,
		host: hostOf(account.baseUrl),
		results,
	};
	console.log(`\n${reportText(report)}`);
	if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, '\t')}\n`);
	if (results.some(({ outcome }) => outcome === 'different')) process.exitCode = 1;
}

main().catch((error: unknown) => {
	const isPlain = error instanceof PlainError || error instanceof NodeOperationError;
	if (isPlain) console.error(error.message);
	// anything else could quote what came
	else console.error('The live check stopped because of a fault of its own.');
	process.exitCode = 2;
});
