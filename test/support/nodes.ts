import type { ICredentialType, INodeType } from 'n8n-workflow';
import { WtsChatApi } from '../../credentials/WtsChatApi.credentials';
import { WtsChat } from '../../nodes/WtsChat/WtsChat.node';
import { WtsChatTrigger } from '../../nodes/WtsChat/WtsChatTrigger.node';

/** The nodes and their credential, from their sources; `test/package` holds the built ones against them. */
export const wtsChat: INodeType = new WtsChat();
export const wtsChatTrigger: INodeType = new WtsChatTrigger();
export const wtsChatApi: ICredentialType = new WtsChatApi();
