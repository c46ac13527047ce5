import { PackageDirectoryLoader } from 'n8n-core';
import type { ICredentialType, INodeType } from 'n8n-workflow';
import { join } from 'node:path';

export const projectFolder = join(__dirname, '..', '..');

/** Loads the built package the way n8n does: from the "n8n" block of its package.json. */
export async function loadPackage(): Promise<PackageDirectoryLoader> {
	const loader = new PackageDirectoryLoader(projectFolder);
	await loader.loadAll();
	return loader;
}

let loading: Promise<PackageDirectoryLoader> | undefined;

interface BuiltTypes {
	wtsChat: INodeType;
	wtsChatTrigger: INodeType;
	wtsChatApi: ICredentialType;
}

/** The built nodes and their credential, loaded once per test file. */
export async function builtTypes(): Promise<BuiltTypes> {
	loading ??= loadPackage();
	const { nodeTypes, credentialTypes } = await loading;
	return {
		wtsChat: nodeTypes.wtsChat?.type as INodeType,
		wtsChatTrigger: nodeTypes.wtsChatTrigger?.type as INodeType,
		wtsChatApi: credentialTypes.wtsChatApi?.type as ICredentialType,
	};
}
