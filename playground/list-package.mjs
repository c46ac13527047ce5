// Runs on the playground's own Node.js: Node.js 20 has no SQLite.
import { DatabaseSync } from 'node:sqlite';

const [databaseFile, record] = process.argv.slice(2);
const { name, version, nodeTypes } = JSON.parse(record);

process.on('uncaughtException', ({ message }) => {
	console.error(message);
	process.exit(1);
});

const database = new DatabaseSync(databaseFile, { timeout: 10_000 });
database.exec('BEGIN IMMEDIATE');
database
	.prepare(
		`INSERT INTO installed_packages (packageName, installedVersion) VALUES (?, ?)
		 ON CONFLICT (packageName) DO UPDATE SET installedVersion = excluded.installedVersion`,
	)
	.run(name, version);
database.prepare('DELETE FROM installed_nodes WHERE package = ?').run(name);
const insertNode = database.prepare(
	'INSERT INTO installed_nodes (name, type, latestVersion, package) VALUES (?, ?, ?, ?)',
);
for (const nodeType of nodeTypes) {
	const latestVersion = Math.max(...[nodeType.version].flat());
	insertNode.run(nodeType.displayName, nodeType.name, latestVersion, name);
}
database.exec('COMMIT');
database.close();
