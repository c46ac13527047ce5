/** One measurement, as a table. */
export interface Section {
	title: string;
	/** What was measured and how, in a sentence or two. */
	about: string;
	header: string[];
	rows: string[][];
}

export function median(values: number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** The section in Markdown, which reads well in a terminal too. */
export function sectionText({ title, about, header, rows }: Section): string {
	const widths = header.map((name, column) =>
		Math.max(...[header, ...rows].map((row) => (row[column] ?? name).length)),
	);
	const line = (cells: string[]) =>
		`| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
	const rule = line(widths.map((width) => '-'.repeat(width)));
	return [`## ${title}`, '', about, '', line(header), rule, ...rows.map(line), ''].join('\n');
}
