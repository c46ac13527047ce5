import { createServer, type AddressInfo } from 'node:net';
import { PlainError } from './plainError';

async function isFree(port: number): Promise<boolean> {
	return (await listenOnce(port).catch(() => undefined)) !== undefined;
}

/** @throws PlainError when another program uses the port */
export async function requireFree(
	port: number,
	user: string,
	advice = 'Choose other ports: add "-- --port 5700" to the command.',
): Promise<void> {
	if (await isFree(port)) return;
	throw new PlainError(`Port ${port}, which ${user} would use, is busy. ${advice}`);
}

export async function freePort(): Promise<number> {
	return await listenOnce(0);
}

async function listenOnce(port: number): Promise<number> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			const address = server.address() as AddressInfo;
			server.close(() => resolve(address.port));
		});
	});
}
