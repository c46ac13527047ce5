// Measures the node beside what people would use instead, prints the tables, and writes them down.
import '../test/support/environment';
import { writeFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { join } from 'node:path';
import { measureLists } from './lists';
import { sectionText, type Section } from './report';
import { measureStartup } from './startup';
import { measureGrowth, measureLatency, measureLimits } from './updates';

const measurements: Record<string, () => Promise<Section>> = {
	startup: measureStartup,
	limits: measureLimits,
	latency: measureLatency,
	lists: measureLists,
	growth: measureGrowth,
};

const HEAD = `# Benchmarks

Written by \`npm run bench\`, which prints the same tables. Figures are ratios within one run, so
they can be compared on any machine. This run: Node ${process.version}, ${platform()} ${arch()}, ${cpus().length} processors.

`;

async function main(chosen: string[]) {
	const names = chosen.length > 0 ? chosen : Object.keys(measurements);
	const texts: string[] = [];
	for (const name of names) {
		const measure = measurements[name];
		if (!measure) {
			const known = Object.keys(measurements).join(', ');
			throw new Error(`There is no measurement named "${name}"; there are ${known}.`);
		}
		const text = sectionText(await measure());
		console.log(text);
		texts.push(text);
	}
	// a part of the measurements must not take the place of them all
	if (chosen.length === 0) {
		writeFileSync(join(__dirname, '..', 'docs', 'benchmarks.md'), HEAD + texts.join('\n'));
	}
}

void main(process.argv.slice(2));
