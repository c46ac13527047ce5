import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IConnections, INode } from 'n8n-workflow';
import { projectFolder } from './package';

const folder = join(projectFolder, 'examples');

/** A workflow of the folder `examples`, as n8n exports it. */
export interface Example {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings: object;
	active: boolean;
	pinData: object;
}

/** The files of the folder, without their ending. */
export const exampleNames = readdirSync(folder)
	.filter((file) => file.endsWith('.json'))
	.map((file) => file.replace('.json', ''));

export function readExample(name: string): Example {
	return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Example;
}
