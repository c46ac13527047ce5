import { join } from 'node:path';
import { interruption, readOptions, readPort, runProgram } from './commandLine';
import type { InstalledPackage } from './communityPackage';
import type { N8n } from './n8n';
import { runOnce } from './once';
import { dataFolder, packPackage } from './pack';
import { PlainError } from './plainError';
import type { Sandbox } from './sandbox';
import { serve } from './serve';
import { greeting, languages, progress, systemLanguage, type Language } from './terminal';

const options = {
	port: { type: 'string', default: '5678' },
	language: { type: 'string', default: systemLanguage() },
	once: { type: 'boolean', default: false },
} as const;

const usage = 'Usage: npm start -- [--port 5678] [--language en|pt] [--once]';

async function main(): Promise<void> {
	const { port: first, language: wanted, once } = readOptions(options, usage);
	const port = readPort(first, usage);
	const language = readLanguage(wanted);
	if (once) {
		const complaint = await runOnce();
		if (complaint) throw new PlainError(complaint);
		console.log('\nThe API shows what the workflow should have done.');
		return;
	}
	const n8n = { userFolder: join(dataFolder, 'n8n') };
	const install = async (stopped: N8n): Promise<InstalledPackage> => {
		console.log(progress[language].building);
		return await stopped.installPackage(await packPackage());
	};
	const greet = ({ url }: N8n, sandbox: Sandbox) => console.log(greeting(language, url, sandbox));
	await serve({ port, n8n, install, greet, says: progress[language] }, interruption());
}

function readLanguage(text: string): Language {
	const language = languages.find((known) => known === text);
	if (language) return language;
	throw new PlainError(`The language has to be ${languages.join(' or ')}. ${usage}`);
}

runProgram(main);
