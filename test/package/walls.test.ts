import { spawnSync } from 'node:child_process';
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectFolder } from '../support/package';

/** Forbidden imports, the file that each is planted in, and the rule that has to refuse it. */
const PLANTS = [
	{
		what: 'an import against the arrows of the rooms',
		file: 'nodes/WtsChat/transport/planted.ts',
		text: "import { prepareItems } from '../execution/prepare';\nprepareItems;\n",
		rule: 'wall-of-transport',
	},
	{
		what: 'an import of types alone',
		file: 'nodes/WtsChat/fields/planted.ts',
		text: "import type { Task } from '../execution/task';\nexport type Planted = Task;\n",
		rule: 'wall-of-fields',
	},
	{
		what: 'a room that nobody has given walls',
		file: 'nodes/WtsChat/planted/planted.ts',
		text: "import { phoneIn } from '../values/phones';\nphoneIn('');\n",
		rule: 'room-without-walls',
	},
	{
		what: 'a circle of two modules',
		file: 'nodes/WtsChat/values/planted.ts',
		text: "import type { Other } from './plantedToo';\nexport type Planted = Other[];\n",
		rule: 'no-circle',
	},
	{
		what: 'a sentence that the catalogue does not have',
		file: 'nodes/WtsChat/trigger/plantedSentence.ts',
		text: "import { say } from '../values/sentence';\nexport const planted = say`planted`;\n",
		rule: 'sentences-in-the-catalogue',
	},
	{
		what: 'a package for tests in shipped code',
		file: 'nodes/WtsChat/execution/planted.ts',
		text: "import axios from 'axios';\naxios.get('/');\n",
		rule: 'nothing-to-install',
	},
	{
		what: 'a package for tests that shipped code requires when it runs',
		file: 'credentials/planted.ts',
		text: "export const planted = () => require('fastify');\n",
		rule: 'nothing-to-install',
	},
	{
		what: 'a helper of the tests in the product',
		file: 'nodes/WtsChat/trigger/planted.ts',
		text: "import '../../../test/support/planted';\n",
		rule: 'wall-of-nodes',
	},
	{
		what: 'a helper of the tests in the playground',
		file: 'playground/planted.ts',
		text: "import '../test/support/planted';\n",
		rule: 'wall-of-playground',
	},
	{
		what: 'code of the nodes in the sandbox',
		file: 'playground/sandbox/planted.ts',
		text: "import { phoneIn } from '../../nodes/WtsChat/values/phones';\nphoneIn('');\n",
		rule: 'wall-of-playground/sandbox',
	},
	{
		what: 'a file of tests in a helper',
		file: 'test/support/planted.ts',
		text: "import './planted.test';\n",
		rule: 'no-import-of-a-test',
	},
];

/** What two of the plants import; nothing is wrong with it alone. */
const BESIDE = {
	'nodes/WtsChat/values/plantedToo.ts':
		"import type { Planted } from './planted';\nexport interface Other { all: Planted }\n",
	'test/support/planted.test.ts': "test.todo('nothing');\n",
};

/** A copy of the shipped code, with room for what stands around it. */
const copy = mkdtempSync(join(tmpdir(), 'wts-chat-walls-'));

function write(file: string, text: string): void {
	mkdirSync(dirname(join(copy, file)), { recursive: true });
	writeFileSync(join(copy, file), text);
}

/** What `npm run lint:walls` says in the copy. */
function walls(): { status: number | null; said: string } {
	const { status, stdout } = spawnSync('npm', ['run', '--silent', 'lint:walls'], {
		cwd: copy,
		env: { ...process.env, FORCE_COLOR: '0' },
		encoding: 'utf8',
	});
	return { status, said: stdout };
}

let untouched: ReturnType<typeof walls>;
let planted: ReturnType<typeof walls>;

beforeAll(() => {
	const copied = ['package.json', '.dependency-cruiser.cjs', 'contract', 'credentials', 'nodes'];
	for (const path of copied) {
		cpSync(join(projectFolder, path), join(copy, path), { recursive: true });
	}
	for (const folder of ['playground', 'test', 'tools', 'bench']) mkdirSync(join(copy, folder));
	symlinkSync(join(projectFolder, 'node_modules'), join(copy, 'node_modules'), 'junction');

	untouched = walls();
	for (const { file, text } of PLANTS) write(file, text);
	for (const [file, text] of Object.entries(BESIDE)) write(file, text);
	planted = walls();
});

afterAll(() => rmSync(copy, { recursive: true }));

test('the walls let every import of the shipped code pass', () => {
	expect(untouched).toEqual({
		status: 0,
		said: expect.stringContaining('no dependency violations'),
	});
});

test.each(PLANTS)('the walls refuse $what, and name the rule', ({ file, rule }) => {
	expect(planted.status).not.toBe(0);
	expect(planted.said).toContain(`error ${rule}: ${file} → `);
});

test('the linter holds the walls', () => {
	const { scripts } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
	expect(scripts.lint).toContain('lint:*');
});
