import { createServer, type AddressInfo } from 'node:net';

export async function isFree(port: number): Promise<boolean> {
	return (await listenOnce(port).catch(() => undefined)) !== undefined;
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
