import { sectionText } from '../../bench/report';
import type { Result } from './check';

/** What can be said of a check without saying anything of the account. */
export interface Report {
	package: string;
	node: string;
	/** The host, where it is one of the platform's own. */
	host: string;
	results: Result[];
}

const PLATFORM_HOSTS = ['api.helena.run', 'api.wts.chat', 'api.flw.chat', 'api-test.helena.run'];

/** The host of a base URL; the address of a partner brand would tell whose account it is. */
export function hostOf(baseUrl: string): string {
	const { hostname } = new URL(baseUrl);
	return PLATFORM_HOSTS.includes(hostname) ? hostname : 'an address of its own';
}

/** The report in Markdown. */
export function reportText({ package: name, node, host, results }: Report): string {
	const of = (outcome: Result['outcome']) => results.filter((one) => one.outcome === outcome);
	const [same, different, notCompared] = [of('same'), of('different'), of('not compared')];
	const differences = different.flatMap(({ operationId, differences: found }) =>
		found.map(({ path, text, count }) => [operationId, `\`${path}\``, text, String(count)]),
	);
	const sections = [
		{
			title: 'WTS Chat beside the contract',
			about: `${same.length} of ${results.length} reads answer as the contract says, ${different.length} do not, ${notCompared.length} were not compared. ${name}, Node.js ${node}, ${host}.`,
			header: ['Operation', 'Where', 'Difference', 'Times'],
			rows: differences.length > 0 ? differences : [['none', '', '', '']],
		},
		{
			title: 'Not compared',
			about: 'Reads that were left out, and those for which the account has no record.',
			header: ['Operation', 'Why'],
			rows: notCompared.map(({ operationId, reason = '' }) => [operationId, reason]),
		},
	];
	return sections.map(sectionText).join('\n');
}
