// Writes the schemas of what comes out, which the editor shows before a run, where n8n looks for them:
// beside the built nodes, by their version. A node without operations has a schema of its own, the trigger.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { resources } from '../../nodes/WtsChat/resources';
import { messageEventSchema, schemaOf, type Schema } from './schema';

const HOME = 'dist/nodes/WtsChat/__schema__';
const VERSION = 'v1.0.0';

function write(name: string, schema: Schema): void {
	const file = join(HOME, `${name}.json`);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, JSON.stringify(schema));
}

write(VERSION, messageEventSchema());
for (const resource of resources) {
	for (const operation of resource.operations) {
		write(join(VERSION, resource.value, operation.value), schemaOf(operation));
	}
}
