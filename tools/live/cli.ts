import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { INode } from 'n8n-workflow';
import { baseUrlOf } from '../../nodes/WtsChat/transport/baseUrl';
import { PlainError } from '../../playground/plainError';
import type { Terminal } from '../migrate/cli';
import { checkAccount, type Result } from './check';
import type { Account } from './reader';
import { hostOf, reportText, type Report } from './report';

const HELP = `npm run test:live -- [options]
  --json report.json   writes the report as JSON, too

Reads from a WTS Chat account everything that can be read, changes nothing, and compares the answers with the
contract. It takes a minute, because it leaves the account room for others. The key comes from WTS_CHAT_API_KEY,
the address from WTS_CHAT_BASE_URL (https://api.helena.run). The report names operations and properties, never
what the account holds.

Exit code: 0 when there are no differences, 1 when there are, 2 when it could not run.`;

const NO_KEY = `There is no API key in WTS_CHAT_API_KEY.
In WTS Chat, create one under Ajustes → Integrações → Integração via API → Novo, then:
  WTS_CHAT_API_KEY=pn_… npm run test:live`;

/** Exit codes. */
const NO_DIFFERENCE = 0;
const DIFFERENCES = 1;
const NOT_RUN = 2;

export interface Environment {
	WTS_CHAT_API_KEY?: string;
	WTS_CHAT_BASE_URL?: string;
}

/**
 * Checks an account beside the contract and reports.
 *
 * @param args what stands behind the command
 * @param wait waits so many milliseconds
 * @returns the exit code
 */
export async function checkLive(
	args: string[],
	environment: Environment,
	terminal: Terminal,
	wait: (ms: number) => Promise<unknown> = sleep,
): Promise<number> {
	try {
		const { json, help } = optionsIn(args);
		if (help) {
			terminal.output(`${HELP}\n`);
			return NO_DIFFERENCE;
		}
		const account = accountIn(environment);
		const notice = (result: Result) => terminal.error(lineOf(result));
		const report: Report = {
			...about(account),
			results: await checkAccount(account, { wait, notice }),
		};
		terminal.output(`\n${reportText(report)}`);
		if (json !== undefined) write(json, `${JSON.stringify(report, null, '\t')}\n`);
		const differs = report.results.some(({ outcome }) => outcome === 'different');
		return differs ? DIFFERENCES : NO_DIFFERENCE;
	} catch (error) {
		// any other error could quote what came
		const isPlain = error instanceof PlainError;
		terminal.error(`${isPlain ? error.message : 'The check stopped by a fault of its own.'}\n`);
		return NOT_RUN;
	}
}

function optionsIn(args: string[]) {
	try {
		const options = { json: { type: 'string' }, help: { type: 'boolean' } } as const;
		return parseArgs({ args, options }).values;
	} catch (error) {
		throw new PlainError(`${(error as Error).message}\n\n${HELP}`);
	}
}

function accountIn({ WTS_CHAT_API_KEY = '', WTS_CHAT_BASE_URL }: Environment): Account {
	const apiKey = WTS_CHAT_API_KEY.trim().replace(/^bearer\s+/i, '');
	if (apiKey === '') throw new PlainError(NO_KEY);
	return { apiKey, baseUrl: addressIn(WTS_CHAT_BASE_URL || 'https://api.helena.run') };
}

function addressIn(typed: string): string {
	try {
		return baseUrlOf(typed, {} as INode);
	} catch {
		throw new PlainError(
			'WTS_CHAT_BASE_URL has to start with https://, for example https://api.helena.run.',
		);
	}
}

function about({ baseUrl }: Account): Omit<Report, 'results'> {
	const manifest = readFileSync(join(__dirname, '../../package.json'), 'utf8');
	const { name, version } = JSON.parse(manifest) as { name: string; version: string };
	return { package: `${name} ${version}`, node: process.versions.node, host: hostOf(baseUrl) };
}

/** What is said of a result while the check goes on. */
function lineOf({ operationId, outcome, reason, differences }: Result): string {
	const found = differences.map(({ path, text }) => `    ${path}: ${text}\n`).join('');
	return `  ${operationId}: ${reason ?? outcome}\n${found}`;
}

function write(file: string, text: string): void {
	try {
		writeFileSync(file, text);
	} catch (error) {
		throw new PlainError(`${file} cannot be written: ${(error as Error).message}`);
	}
}
