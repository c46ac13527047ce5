import { delimiter, dirname, join } from 'node:path';

const modules = join(__dirname, 'node_modules');
/** n8n needs a newer Node.js than the project. */
export const node = join(
	modules,
	'node',
	'bin',
	process.platform === 'win32' ? 'node.exe' : 'node',
);
export const n8nProgram = join(modules, 'n8n', 'bin', 'n8n');

export interface N8nOptions {
	/** Holds everything that this n8n keeps: database, settings, community packages, log. */
	userFolder: string;
	port: number;
	/** Port on which n8n meets its own task runners. */
	brokerPort: number;
	/** Variables that lead this n8n elsewhere than to the internet. */
	network?: NodeJS.ProcessEnv;
}

/** A fixed environment: the same n8n on every machine, quiet and on its own. */
export function environment({
	userFolder,
	port,
	brokerPort,
	network,
}: N8nOptions): NodeJS.ProcessEnv {
	return {
		...inherited('HOME', 'USERPROFILE', 'APPDATA', 'SystemRoot', 'TMPDIR', 'TEMP', 'TMP', 'LANG'),
		// n8n starts its task runner with the first `node` of the path
		PATH: [dirname(node), process.env.PATH].join(delimiter),

		N8N_USER_FOLDER: userFolder,
		N8N_ENCRYPTION_KEY: 'wts-chat-playground',
		DB_TYPE: 'sqlite',
		GENERIC_TIMEZONE: 'America/Sao_Paulo',

		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_EDITOR_BASE_URL: `http://127.0.0.1:${port}`,
		N8N_WEBHOOK_URL: `http://127.0.0.1:${port}/`,
		N8N_SECURE_COOKIE: 'false',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '10',

		// nothing is fetched from or told to n8n's servers
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_DISABLED_MODULES: 'mcp-registry,instance-ai',
		npm_config_fetch_retries: '0',

		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_PYTHON_ENABLED: 'false',
		N8N_LOG_LEVEL: 'warn',
		NO_COLOR: '1',
		...network,
	};
}

/** Variables of the person's own n8n must not reach this one. */
function inherited(...names: string[]): NodeJS.ProcessEnv {
	return Object.fromEntries(names.map((name) => [name, process.env[name]]));
}
