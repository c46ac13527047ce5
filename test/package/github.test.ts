import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectFolder } from '../support/package';

const read = (path: string) => readFileSync(join(projectFolder, path), 'utf8');

const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

interface Job {
	steps: Array<{ run?: string; uses?: string }>;
	permissions?: Record<string, string>;
}

interface Workflow {
	permissions?: Record<string, string>;
	jobs: Record<string, Job>;
}

const workflows = readdirSync(join(projectFolder, '.github/workflows')).map(
	(name) => [name, parse(read(`.github/workflows/${name}`)) as Workflow] as const,
);

const commandsOf = ({ jobs }: Workflow) =>
	Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));

test.each(workflows)('%s runs only what is here', (_name, workflow) => {
	const commands = commandsOf(workflow);
	expect(commands.length).toBeGreaterThan(0);
	for (const command of commands) {
		for (const [, script = ''] of command.matchAll(/npm (?:run )?(test[:\w]*|start)/g)) {
			expect(Object.keys(scripts)).toContain(script);
		}
		for (const [file] of command.matchAll(/(?:\.ci|tools)\/[\w.-]+/g)) {
			expect(existsSync(join(projectFolder, file))).toBe(true);
		}
	}
});

test.each(workflows)('%s may do no more than it has to', (name, { permissions, jobs }) => {
	const granted = [
		permissions ?? { everything: 'write' },
		...Object.values(jobs).map((job) => job.permissions ?? {}),
	];
	const writes = granted.flatMap((one) =>
		Object.entries(one).flatMap(([what, how]) => (how === 'write' ? what : [])),
	);
	expect(writes).toEqual(name === 'release.yml' ? ['contents', 'id-token'] : []);
});

test('a release is tested and published with provenance', () => {
	const [, release] = workflows.find(([name]) => name === 'release.yml') ?? [];
	const commands = commandsOf(release as Workflow).join('\n');
	expect(commands.indexOf('npm test')).toBeLessThan(commands.indexOf('npm publish'));
	expect(commands).toContain('npm publish --provenance');
});

test('the sources are scanned with the rules of today as well', () => {
	const [, ci] = workflows.find(([name]) => name === 'ci.yml') ?? [];
	const { steps = [] } = ci?.jobs.scanner ?? {};
	const commands = steps.flatMap(({ run }) => run ?? []);
	expect(commands.at(-2)).toBe('npm install --no-save @n8n/scan-community-package@beta');
	expect(commands.at(-1)).toBe('npm run scan');
});

interface Form {
	labels: string[];
	body: Array<{ id?: string; validations?: { required: boolean } }>;
}

const forms = readdirSync(join(projectFolder, '.github/ISSUE_TEMPLATE')).filter(
	(name) => name !== 'config.yml',
);

describe.each(forms)('the form %s for issues', (name) => {
	const text = read(`.github/ISSUE_TEMPLATE/${name}`);
	const { labels, body } = parse(text) as Form;

	test('asks for something, each thing once, and has a label', () => {
		expect(body.some(({ validations }) => validations?.required)).toBe(true);
		const ids = body.flatMap(({ id }) => id ?? []);
		expect(ids).toEqual([...new Set(ids)]);
		expect(labels).toHaveLength(1);
	});

	test('names only commands that are here', () => {
		const commands = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, script]) => String(script));
		expect(commands.filter((script) => !(script in scripts))).toEqual([]);
	});
});

// the form for wishes asks for nothing out of an account
test.each(forms.filter((name) => name !== 'feature.yml'))(
	'the form %s asks for no key and no personal data',
	(name) => {
		expect(read(`.github/ISSUE_TEMPLATE/${name}`)).toMatch(/no API key and no personal data/);
	},
);

describe('the notes of a release', () => {
	const changelog =
		'# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-12-01\n\n### Added\n\n- A thing.\n\n## [0.1.0]\n';
	const notes = (tag?: string, version = '0.2.0') => {
		const script = `import(${JSON.stringify(join(projectFolder, 'tools/release-notes.mjs'))}).then(({ releaseNotes }) => {
			try { console.log(releaseNotes(...JSON.parse(process.env.NOTES))); } catch (error) { console.log(error.message); }
		})`;
		const NOTES = JSON.stringify([tag ?? null, version, changelog]);
		return execFileSync(process.execPath, ['-e', script], {
			encoding: 'utf8',
			env: { ...process.env, NOTES },
		}).trim();
	};

	test('are the part of the changelog that has the version', () => {
		expect(notes('v0.2.0')).toBe('### Added\n\n- A thing.');
	});

	test.each([
		[
			'a tag of another version',
			'v0.3.0',
			'0.2.0',
			'The tag is v0.3.0, but package.json has the version 0.2.0.',
		],
		[
			'a version that the changelog lacks',
			'v0.4.0',
			'0.4.0',
			'CHANGELOG.md has no part "## [0.4.0]".',
		],
		['a part without a word', 'v0.1.0', '0.1.0', 'CHANGELOG.md says nothing about 0.1.0.'],
	])('are refused for %s', (_name, tag, version, message) => {
		expect(notes(tag, version)).toBe(message);
	});
});
