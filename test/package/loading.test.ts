import { loadOutputSchema } from 'n8n-core';
import { execFileSync } from 'node:child_process';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resources } from '../../nodes/WtsChat/resources';
import { schemaOf } from '../../tools/schemas/schema';
import { wtsChat, wtsChatApi, wtsChatMemory, wtsChatTrigger } from '../support/nodes';
import { loadPackage, projectFolder } from '../support/package';

const read = (path: string) => JSON.parse(readFileSync(join(projectFolder, path), 'utf8'));

const asJson = (value: object = {}) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;

const pick = (from: Record<string, unknown>, names: string[]) =>
	Object.fromEntries(names.map((name) => [name, from[name]]));

test('n8n loads the nodes and their credential from the built package', async () => {
	const { nodeTypes, credentialTypes } = await loadPackage();
	expect(Object.keys(nodeTypes)).toEqual(['wtsChat', 'wtsChatTrigger', 'wtsChatMemory']);
	expect(Object.keys(credentialTypes)).toEqual(['wtsChatApi']);
});

test('what is built is what the sources say, which all other tests run', async () => {
	const { nodeTypes, credentialTypes } = await loadPackage();
	const pairs: Array<[object | undefined, object]> = [
		[nodeTypes.wtsChat?.type.description, wtsChat.description],
		[nodeTypes.wtsChatTrigger?.type.description, wtsChatTrigger.description],
		[nodeTypes.wtsChatMemory?.type.description, wtsChatMemory.description],
		[credentialTypes.wtsChatApi?.type, wtsChatApi],
	];
	for (const [built, source] of pairs) {
		const own = asJson(source);
		// n8n makes an address of it
		delete own.icon;
		expect(pick(asJson(built), Object.keys(own))).toEqual(own);
	}
});

test('n8n finds what every operation, and the trigger, usually gives out', () => {
	const nodeDir = join(projectFolder, 'dist/nodes/WtsChat');
	const { version } = wtsChat.description;
	const places = resources.flatMap(({ value: resource, operations }) =>
		operations.map(({ value: operation }) => ({ resource, operation })),
	);
	const [ofTrigger, ...found] = [{}, ...places].map((place) =>
		loadOutputSchema({ nodeDir, version: Number(version), ...place }),
	);
	expect(found).toEqual(resources.flatMap(({ operations }) => operations.map(schemaOf)));
	expect(ofTrigger).toMatchObject({ type: 'object', properties: { sessionId: {} } });
});

test.each(['wtsChat', 'wtsChatTrigger'])(
	'people find %s by what they call it, in English and Portuguese',
	async (node) => {
		const { nodeTypes } = await loadPackage();
		const codex = nodeTypes[node]?.type.description.codex;
		expect(codex?.categories).toContain('Communication');
		expect(codex?.alias).toEqual(
			expect.arrayContaining(['wts', 'whatsapp', 'helena', 'flw', 'atendimento', 'conversa']),
		);
	},
);

test('the node carries the words of the trigger as well, because n8n does not search those of a trigger', () => {
	const [own, ofTrigger] = ['WtsChat', 'WtsChatTrigger'].map(
		(name) => read(`nodes/WtsChat/${name}.node.json`).alias as string[],
	);
	expect(own).toEqual(expect.arrayContaining(ofTrigger!));
	expect(own).toEqual(
		expect.arrayContaining(
			'mensagem,enviar mensagem,chatbot,contato,etiqueta,funil,gatilho,transferir,card,crm,template,zap,message,on message'.split(
				',',
			),
		),
	);
});

test.each(['WtsChat', 'WtsChatMemory'])(
	'people find %s without accents as well, which n8n does not look past',
	(name) => {
		const alias = read(`nodes/WtsChat/${name}.node.json`).alias as string[];
		const bare = alias.map((word) => word.normalize('NFD').replace(/\p{M}/gu, ''));
		expect(alias).toEqual(expect.arrayContaining(bare));
	},
);

test('the codex names the node as n8n names it after installation', () => {
	const { name } = read('package.json');
	expect(read('nodes/WtsChat/WtsChat.node.json').node).toBe(`${name}.wtsChat`);
	expect(read('nodes/WtsChat/WtsChatTrigger.node.json').node).toBe(`${name}.wtsChatTrigger`);
	expect(read('nodes/WtsChat/WtsChatMemory.node.json').node).toBe(`${name}.wtsChatMemory`);
});

test('icons for light and dark screens are where the node and the credential look', async () => {
	const { nodeTypes, credentialTypes } = await loadPackage();
	const urls = [
		nodeTypes.wtsChat?.type.description.iconUrl,
		nodeTypes.wtsChatTrigger?.type.description.iconUrl,
		nodeTypes.wtsChatMemory?.type.description.iconUrl,
		credentialTypes.wtsChatApi?.type.iconUrl,
	];
	for (const url of urls) {
		const { light, dark } = url as { light: string; dark: string };
		expect(light).not.toBe(dark);
		for (const icon of [light, dark]) {
			expect(existsSync(join(projectFolder, icon.replace('icons/n8n-nodes-wts-chat/', '')))).toBe(
				true,
			);
		}
	}
});

test('index.js gives the built classes to whoever loads the package by hand', () => {
	const { WtsChat, WtsChatTrigger, WtsChatMemory, WtsChatApi } =
		jest.requireActual('../../index.js');
	expect(new WtsChat().description.name).toBe('wtsChat');
	expect(new WtsChatTrigger().description.name).toBe('wtsChatTrigger');
	expect(new WtsChatMemory().description.name).toBe('wtsChatMemory');
	expect(new WtsChatApi().name).toBe('wtsChatApi');
});

test('an AI agent may use the node as a tool', async () => {
	const { nodeTypes } = await loadPackage();
	expect(nodeTypes.wtsChat?.type.description.usableAsTool).toBe(true);
});

test('people find the memory where n8n lists memories', async () => {
	const { nodeTypes } = await loadPackage();
	expect(nodeTypes.wtsChatMemory?.type.description.codex).toMatchObject({
		categories: ['AI'],
		subcategories: { AI: ['Memory'], Memory: ['Other memories'] },
		alias: expect.arrayContaining(['whatsapp', 'conversa', 'memória']),
	});
});

describe('an n8n without the SDK for AI nodes', () => {
	const folder = mkdtempSync(join(tmpdir(), 'wts-chat-no-sdk-'));
	afterAll(() => rmSync(folder, { recursive: true }));

	test('loads all nodes, and tells whoever uses the memory that it cannot', () => {
		mkdirSync(join(folder, 'node_modules'));
		for (const name of ['n8n-workflow', 'luxon']) {
			symlinkSync(join(projectFolder, 'node_modules', name), join(folder, 'node_modules', name));
		}
		copyFileSync(join(projectFolder, 'dist/nodes/WtsChat/nodes.js'), join(folder, 'nodes.js'));
		const script = `
			const { WtsChat, WtsChatTrigger, WtsChatMemory } = require('./nodes.js');
			const names = [WtsChat, WtsChatTrigger].map((Node) => new Node().description.name);
			const context = { getNode: () => ({ name: 'Memory', type: 'wtsChatMemory' }) };
			const told = (error) => console.log(JSON.stringify([...names, error.message]));
			new WtsChatMemory().supplyData.call(context, 0).catch(told);
		`;
		const output = execFileSync(process.execPath, ['-e', script], {
			cwd: folder,
			encoding: 'utf8',
			env: { ...process.env, NODE_PATH: '' },
		});
		expect(JSON.parse(output)).toEqual([
			'wtsChat',
			'wtsChatTrigger',
			'This version of n8n cannot use memories of community nodes',
		]);
	});
});
