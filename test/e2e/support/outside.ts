import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request as send, type IncomingMessage, type Server } from 'node:http';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext, type SecureContext } from 'node:tls';
import { generate } from 'selfsigned';

const STRENGTH = { keyType: 'ec', algorithm: 'sha256' } as const;

interface Authority {
	key: string;
	cert: string;
}

/**
 * Stands in for the internet: a proxy behind which every host is the same server of this machine.
 * n8n without a licence takes packages from npm's own address only, so the address stays and its host is played here.
 */
export class Outside {
	private readonly contexts = new Map<string, Promise<SecureContext>>();

	private readonly sockets = new Set<Socket>();

	private readonly proxy: Server;

	private readonly everyHost: SecureServer;

	private constructor(
		private readonly folder: string,
		private readonly authority: Authority,
		private readonly targetPort: number,
	) {
		this.everyHost = createSecureServer(
			{
				SNICallback: (host, done) => {
					this.contextFor(host).then((context) => done(null, context), done);
				},
			},
			(request, response) => {
				const onward = this.handOn(request, (answer) => {
					response.writeHead(answer.statusCode ?? 502, answer.headers);
					answer.pipe(response);
				});
				onward.on('error', () => response.destroy());
			},
		);
		this.proxy = createServer().on('connect', (_request, socket: Socket) => {
			this.sockets.add(socket);
			socket.on('close', () => this.sockets.delete(socket));
			socket.on('error', () => socket.destroy());
			socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			this.everyHost.emit('connection', socket);
		});
	}

	/** @param targetPort of the server on 127.0.0.1 that plays every host */
	static async start(targetPort: number): Promise<Outside> {
		const folder = await mkdtemp(join(tmpdir(), 'wts-chat-outside-'));
		const authority = await makeAuthority();
		const outside = new Outside(folder, authority, targetPort);
		await writeFile(outside.authorityFile, authority.cert);
		await new Promise<void>((resolve) => outside.proxy.listen(0, '127.0.0.1', resolve));
		return outside;
	}

	get proxyUrl(): string {
		return `http://127.0.0.1:${(this.proxy.address() as AddressInfo).port}`;
	}

	/** What leads a program and the npm that it calls here, and nowhere else. */
	get variables(): NodeJS.ProcessEnv {
		return {
			HTTPS_PROXY: this.proxyUrl,
			NODE_EXTRA_CA_CERTS: this.authorityFile,
			// neither the person's own settings of npm nor what it has fetched before
			npm_config_userconfig: join(this.folder, 'npmrc'),
			npm_config_cache: join(this.folder, 'npm-cache'),
		};
	}

	async close(): Promise<void> {
		for (const socket of this.sockets) socket.destroy();
		await new Promise((resolve) => this.proxy.close(resolve));
		await rm(this.folder, { recursive: true, force: true });
	}

	private get authorityFile(): string {
		return join(this.folder, 'authority.pem');
	}

	private handOn(request: IncomingMessage, take: (answer: IncomingMessage) => void) {
		const { method, url: path } = request;
		// with these the registry names its files by the address that was asked
		const headers = { ...request.headers, 'x-forwarded-proto': 'https' };
		const onward = { host: '127.0.0.1', port: this.targetPort, method, path, headers };
		return request.pipe(send(onward, take));
	}

	private async contextFor(host: string): Promise<SecureContext> {
		const context = this.contexts.get(host) ?? makeContext(host, this.authority);
		this.contexts.set(host, context);
		return await context;
	}
}

async function makeAuthority(): Promise<Authority> {
	const { private: key, cert } = await generate(
		[{ name: 'commonName', value: 'Authority of a test' }],
		{
			...STRENGTH,
			extensions: [
				{ name: 'basicConstraints', cA: true, critical: true },
				{ name: 'keyUsage', keyCertSign: true, critical: true },
			],
		},
	);
	return { key, cert };
}

async function makeContext(host: string, ca: Authority): Promise<SecureContext> {
	const { private: key, cert } = await generate([{ name: 'commonName', value: host }], {
		...STRENGTH,
		ca,
		extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: host }] }],
	});
	return createSecureContext({ key, cert });
}
