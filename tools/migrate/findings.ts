import { inLanguage, say, type Language, type Sentence } from './sentences';

/** Something that a person has to look at after the conversion. */
export interface Finding {
	/** Name of the node; without one it concerns the whole workflow. */
	node?: string;
	/** What is different, and why. */
	what: Sentence;
	todo: Sentence;
	/** The old node was left in the workflow. */
	untouched?: true;
}

/** What there is to look at in a workflow; the same is said once. */
export class Findings {
	readonly all: Finding[] = [];

	add(finding: Finding): void {
		const said = ({ node, what }: Finding) => `${node ?? ''} ${inLanguage(what, 'en')}`;
		const isSaid = this.all.some((other) => said(other) === said(finding));
		if (!isSaid) this.all.push(finding);
	}
}

/** The findings as a person reads them, by node. */
export function reportOf(findings: Finding[], language: Language = 'en'): string {
	const nodes = [...new Set(findings.map(({ node }) => node))];
	const sections = nodes.map((node) => {
		const lines = findings
			.filter((finding) => finding.node === node)
			.map(
				({ what, todo }) => `- ${inLanguage(what, language)}\n  → ${inLanguage(todo, language)}`,
			);
		return [node ?? inLanguage(say`The whole workflow`, language), ...lines].join('\n');
	});
	return sections.join('\n\n');
}
