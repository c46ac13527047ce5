import type { Source, Subject } from '../../nodes/WtsChat/fields/source';

/** Plain values that fields read, and what they have named so far. */
export function sourceOf(
	values: Record<string, unknown>,
	more: Partial<Source> = {},
): Source & { subjects: Subject[] } {
	const subjects: Subject[] = [];
	return {
		valueOf: (name) => values[name],
		timezone: 'America/Sao_Paulo',
		fileIn: () => {
			throw new Error('The item has no files');
		},
		byModel: false,
		heard: () => undefined,
		note: (subject) => void subjects.push(subject),
		subjects,
		...more,
	};
}
