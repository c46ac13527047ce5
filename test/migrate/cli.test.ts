import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate as convert } from '../../tools/migrate/cli';
import { projectFolder } from '../support/package';
import { fileOf, migrated } from './support';

const folder = mkdtempSync(join(tmpdir(), 'wts-chat-migrate-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the converter with what stands behind the command. */
function migrate(...args: string[]) {
	let [stdout, stderr] = ['', ''];
	const status = convert(args, {
		output: (text) => (stdout += text),
		error: (text) => (stderr += text),
	});
	return { status, stdout, stderr };
}

function written(name: string, content: string | Buffer): string {
	const file = join(folder, name);
	writeFileSync(file, content);
	return file;
}

test('the workflow goes to the output, and what needs a look to the error output', () => {
	const { status, stdout, stderr } = migrate(fileOf('orders'));
	expect(status).toBe(0);
	expect(JSON.parse(stdout)).toEqual(migrated('orders').workflow);
	expect(stderr).toContain('Workflow "Pedidos e avisos": 8 converted.');
	expect(stderr).toContain('Enviar nota fiscal\n- The old node named the channel by its ID');
	expect(stderr).toContain("\n  → Open the node and choose the channel in 'From'");
});

test('with --out both go to files; a list of workflows stays a list', () => {
	const out = join(folder, 'new.json');
	const { status, stdout, stderr } = migrate(fileOf('contacts'), '--out', out);
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	expect(stdout).toContain(join(folder, 'new.notes.txt'));
	expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual([migrated('contacts').workflow]);
	expect(readFileSync(join(folder, 'new.notes.txt'), 'utf8')).toContain('Criar ou atualizar');
});

test('the exit code tells when some nodes are still the old ones', () => {
	const node = {
		name: 'WTS',
		type: 'n8n-nodes-wts.wtsChat',
		parameters: { operation: 'fromTheFuture' },
	};
	const file = written('left.json', JSON.stringify({ nodes: [node] }));
	const { status, stdout, stderr } = migrate(file);
	expect(status).toBe(2);
	expect(JSON.parse(stdout)).toEqual({ nodes: [node] });
	expect(stderr).toContain('Workflow: 0 converted; still old: WTS.');
});

test.each([
	['UTF-16, as PowerShell writes it', Buffer.from(`\uFEFF${'{"nodes":[]}'}`, 'utf16le')],
	['UTF-8 with a mark', '\uFEFF{"nodes":[]}'],
	['the answer of the n8n API', '{"data":[{"nodes":[]}]}'],
])('%s is read', (name, content) => {
	const { status, stderr } = migrate(written('other.json', content));
	expect({ name, status }).toEqual({ name, status: 0 });
	expect(stderr).toContain('there is no node of n8n-nodes-wts in it');
});

test.each<[string, string[], string]>([
	['no file', [], 'Which file?'],
	['two files', ['a.json', 'b.json'], 'One file at a time'],
	['an unknown option', ['a.json', '--force'], "Unknown option '--force'"],
	['a missing file', [join(folder, 'missing.json')], 'There is no file'],
	['a folder', [folder], 'is not a file'],
	['an empty file', [written('empty.json', ' ')], 'The file is empty.'],
	['no JSON', [written('no.json', 'nodes: []')], 'The file is not JSON.'],
	['another JSON', [written('another.json', '{"name":"x"}')], 'not a workflow of n8n'],
	['an empty list', [written('list.json', '[]')], 'empty list'],
	['a broken node', [written('broken.json', '{"nodes":[{"name":"x"}]}')], 'Number 1 in the list'],
	['itself as --out', [fileOf('orders'), '--out', fileOf('orders')], 'Choose another name'],
])('%s is refused in plain words', (_, args, words) => {
	const { status, stdout, stderr } = migrate(...args);
	expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
	expect(stderr).toContain(words);
});

test('a place that cannot be written to is said', () => {
	const out = join(folder, 'nowhere', 'new.json');
	const { status, stderr } = migrate(fileOf('orders'), '--out', out);
	expect(status).toBe(1);
	expect(stderr).toContain('cannot be written');
	expect(existsSync(out)).toBe(false);
});

test('--help tells how it is used', () => {
	const { status, stdout } = migrate('--help');
	expect(status).toBe(0);
	expect(stdout).toContain('npm run migrate -- workflow.json');
});

test('the program itself writes to the right places and has the exit code', () => {
	const program = join(projectFolder, 'tools/migrate/main.ts');
	const start = (file: string) =>
		spawnSync(process.execPath, ['--import', 'tsx', program, file], {
			cwd: projectFolder,
			encoding: 'utf8',
		});
	const { status, stdout, stderr } = start(fileOf('orders'));
	expect(status).toBe(0);
	expect(JSON.parse(stdout)).toEqual(migrated('orders').workflow);
	expect(stderr).toContain('8 converted');
	expect(start(folder)).toMatchObject({
		status: 1,
		stdout: '',
		stderr: `${folder} is not a file.\n`,
	});
}, 60_000);
