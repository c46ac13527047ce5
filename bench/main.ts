// Measures the node beside what people would use instead, prints the tables, and writes them down.
import '../test/support/environment';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { join } from 'node:path';
import { measureEvents } from './events';
import { measureLists } from './lists';
import { sectionText, type Section } from './report';
import { measureOneItem } from './oneItem';
import { measureStartup } from './startup';
import { measureGrowth, measureLatency, measureLimits } from './updates';

const measurements: Record<string, () => Promise<Section>> = {
	startup: measureStartup,
	limits: measureLimits,
	latency: measureLatency,
	lists: measureLists,
	oneItem: measureOneItem,
	growth: measureGrowth,
	events: measureEvents,
};

const PAGE = join(__dirname, '..', 'docs', 'benchmarks.md');

const HEAD = `# Benchmarks

Written by \`npm run bench\`, which prints the same tables; \`npm run bench -- limits lists\` renews only
these. Figures are ratios within one run, so they can be compared on any machine. Last run: Node
${process.version}, ${platform()} ${arch()}, ${cpus().length} processors.

`;

/** The sections of the page as it is, by their titles. */
function keptSections(): Map<string, string> {
	const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
	const texts = page.split(/^(?=## )/m).slice(1);
	return new Map(texts.map((text) => [text.split('\n')[0]?.slice(3) ?? '', text.trim()]));
}

async function main(chosen: string[]) {
	const sections = chosen.length > 0 ? keptSections() : new Map<string, string>();
	for (const name of chosen.length > 0 ? chosen : Object.keys(measurements)) {
		const measure = measurements[name];
		if (!measure) {
			const known = Object.keys(measurements).join(', ');
			throw new Error(`There is no measurement named "${name}"; there are ${known}.`);
		}
		const section = await measure();
		const text = sectionText(section);
		console.log(text);
		sections.set(section.title, text.trim());
	}
	writeFileSync(PAGE, `${HEAD}${[...sections.values()].join('\n\n')}\n`);
}

void main(process.argv.slice(2));
