import type { ICredentialType, INodeType } from 'n8n-workflow';
import { WtsChatApi } from '../../credentials/WtsChatApi.credentials';
// with their endings, because a codex file of the same name stands beside each
import { WtsChat } from '../../nodes/WtsChat/WtsChat.node.ts';
import { WtsChatMemory } from '../../nodes/WtsChat/WtsChatMemory.node.ts';
import { WtsChatTrigger } from '../../nodes/WtsChat/WtsChatTrigger.node.ts';

/** The nodes and their credential, from their sources; `test/package` holds the built ones against them. */
export const wtsChat: INodeType = new WtsChat();
export const wtsChatTrigger: INodeType = new WtsChatTrigger();
export const wtsChatMemory: INodeType = new WtsChatMemory();
export const wtsChatApi: ICredentialType = new WtsChatApi();
