// Stands in for the program n8n: `start` does what SCRIPT says.
const { createServer } = require('node:http');

const scripts = {
	/** Listens at once; its last route stands later than the others. */
	late() {
		let requests = 0;
		createServer(({ url }, response) => {
			const stands = url !== '/types/nodes.json' || ++requests > 1;
			response.writeHead(stands ? 200 : 404, {
				'content-type': stands ? 'application/json' : 'text/html',
			});
			response.end(stands ? '[]' : `Cannot GET ${url}`);
		}).listen(Number(process.env.N8N_PORT), '127.0.0.1');
		process.on('SIGTERM', () => process.exit(0));
	},

	missing() {
		require('./not-installed');
	},

	full() {
		console.error('QueryFailedError: SQLITE_FULL: database or disk is full');
		process.exit(1);
	},

	killed() {
		process.kill(process.pid, 'SIGKILL');
	},

	refusing() {
		console.error('There was an error running database migrations');
		console.error('    at Start.run (/n8n/dist/commands/start.js:12:3)');
		process.exit(1);
	},
};

scripts[process.env.SCRIPT]();
