// Writes the schemas of what comes out, which the editor shows before a run, where n8n looks for them:
// beside the built node, in a folder of the node's version.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resources } from '../../nodes/WtsChat/resources';
import { schemaOf } from './schema';

const HOME = 'dist/nodes/WtsChat/__schema__/v1.0.0';

for (const { value: resource, operations } of resources) {
	const folder = join(HOME, resource);
	mkdirSync(folder, { recursive: true });
	for (const operation of operations) {
		const schema = JSON.stringify(schemaOf(operation));
		writeFileSync(join(folder, `${operation.value}.json`), schema);
	}
}
