import { delimiter, dirname, join } from 'node:path';

/** An n8n as npm installed it, with the Node.js that it needs, which is not that of the project. */
export interface Installation {
	node: string;
	program: string;
	/** What this version is told otherwise than all others. */
	variables?: NodeJS.ProcessEnv;
}

function installationIn(folder: string): Installation {
	const modules = join(folder, 'node_modules');
	const nodeName = process.platform === 'win32' ? 'node.exe' : 'node';
	return {
		node: join(modules, 'node', 'bin', nodeName),
		program: join(modules, 'n8n', 'bin', 'n8n'),
	};
}

/** The n8n of the playground. */
export const n8n2 = installationIn(__dirname);

/** The last n8n 1. */
export const n8n1: Installation = {
	...installationIn(join(__dirname, 'n8n-1.x')),
	// it does not start when it is to switch off modules that it does not have
	variables: { N8N_DISABLED_MODULES: undefined },
};

export interface N8nOptions {
	/** Which n8n it is; that of the playground by default. */
	installation?: Installation;
	/** What it does when it is started: everything, or one part of the work in queue mode. */
	role?: 'start' | 'worker' | 'webhook';
	/** Holds everything that this n8n keeps: database, settings, community packages, log. */
	userFolder: string;
	port: number;
	/** Port on which n8n meets its own task runners. */
	brokerPort: number;
	/** Options of the Node.js that runs n8n. */
	nodeOptions?: string[];
	/** Variables of this n8n, beside or instead of those that all have. */
	variables?: NodeJS.ProcessEnv;
}

/** A fixed environment: the same n8n on every machine, quiet and on its own. */
export function environment(
	{ node, variables: ofVersion }: Installation,
	{ userFolder, port, brokerPort, variables }: N8nOptions,
): NodeJS.ProcessEnv {
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
		...ofVersion,
		...variables,
	};
}

/** Variables of the person's own n8n must not reach this one. */
function inherited(...names: string[]): NodeJS.ProcessEnv {
	return Object.fromEntries(names.map((name) => [name, process.env[name]]));
}
